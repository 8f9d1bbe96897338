using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Begins a session, always under a new id: one that somebody planted in the browser before leads nowhere (session fixation).</summary>
internal static class SessionStart
{
    /// <exception cref="SessionStoreException">The session could not be stored; nobody is signed in.</exception>
    public static async Task BeginAsync(
        HttpContext context, DigitalOceanApplication application, ClaimsPrincipal principal, AuthenticationProperties properties)
    {
        var services = context.RequestServices;
        var previous = await context.AuthenticateAsync(application.SessionScheme);
        var isKept = await LeaveAsync(context, application, previous, principal);
        if (services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(application.SessionScheme).SessionStore is null)
        {
            await context.SignInAsync(application.SessionScheme, principal, properties);
            return;
        }

        // The framework's handler would store the new session under the reference that the request came with. So that one is let go, and
        // another handler begins, which does not see it.
        if (!previous.None)
        {
            await context.SignOutAsync(application.SessionScheme);
        }

        new SessionStatus { IsReplaced = true }.Set(context, application);
        var scheme = await services.GetRequiredService<IAuthenticationSchemeProvider>().GetSchemeAsync(application.SessionScheme)
            ?? throw new InvalidOperationException($"There is no scheme {application.SessionScheme}. Call builder.Add{application.Scheme}() before builder.Build().");
        var handler = (IAuthenticationSignInHandler)ActivatorUtilities.CreateInstance(services, scheme.HandlerType);
        await handler.InitializeAsync(scheme, context);
        await handler.SignInAsync(principal, properties);
        if (isKept && services.GetKeyedService<IStoredSessions>(application.Scheme) is { } stored)
        {
            // Without a ticket no browser can use it; still counted among the user's, so that a sign-out everywhere ends it too.
            await stored.AddAsync(
                SessionTokens.SessionId(previous.Properties)!,
                new StoredSession(UserOf(principal), ProtectedTicket: default),
                SessionRefresh.KeepAccessFor,
                CancellationToken.None);
        }
    }

    // Ends the session that the browser had, unless work outside of requests goes on with its access: to step up must not end that.
    private static async Task<bool> LeaveAsync(
        HttpContext context, DigitalOceanApplication application, AuthenticateResult previous, ClaimsPrincipal next)
    {
        if (SessionTokens.SessionId(previous.Properties) is not { } sessionId)
        {
            return false;
        }

        try
        {
            var remembered = await context.RequestServices.GetRequiredKeyedService<ISessionTokenStore>(application.Scheme)
                .FindAsync(sessionId, CancellationToken.None);
            if (remembered is { IsKept: true } && UserOf(previous.Principal) == UserOf(next))
            {
                return true;
            }

            await SessionEnd.BuryAsync(context, application, previous.Properties);
        }
        catch (SessionStoreException exception)
        {
            // The new session takes its place in this browser all the same.
            Log.StoreUnreachable(
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SessionStart)), application.Scheme, exception);
        }

        return false;
    }

    private static string UserOf(ClaimsPrincipal? principal) => principal?.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "";
}
