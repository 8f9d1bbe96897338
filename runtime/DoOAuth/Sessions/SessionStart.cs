using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Starts a session, always with a new ID, so that an ID that an attacker placed in the browser is useless (session fixation).</summary>
internal static class SessionStart
{
    /// <exception cref="SessionStoreException">The session could not be stored. The user is not signed in.</exception>
    public static async Task BeginAsync(
        HttpContext context, DigitalOceanApplication application, ClaimsPrincipal principal, AuthenticationProperties properties)
    {
        var services = context.RequestServices;
        var previous = await context.AuthenticateAsync(application.SessionScheme);
        await using var replacement = await services.GetRequiredKeyedService<SessionReplacement>(application.Scheme).BeginAsync(await PresentedAsync(context, application), principal, properties);
        if (services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(application.SessionScheme).SessionStore is null)
        {
            await context.SignInAsync(application.SessionScheme, principal, properties);
        }
        else
        {
            await StoreAsync(context, application, previous, principal, properties);
        }

        await replacement.CompleteAsync();
    }

    private static async Task<PresentedSession?> PresentedAsync(HttpContext context, DigitalOceanApplication application)
    {
        try
        {
            return await PresentedSession.ReadAsync(context, application);
        }
        catch (SessionStoreException)
        {
            // A session cannot be stored in this case either, which is reported there.
            return null;
        }
    }

    private static async Task StoreAsync(
        HttpContext context, DigitalOceanApplication application, AuthenticateResult previous, ClaimsPrincipal principal, AuthenticationProperties properties)
    {
        // The framework's handler would store the new session under the reference in the request. Therefore that session is signed out, and a new
        // handler without it starts the session.
        if (!previous.None)
        {
            await context.SignOutAsync(application.SessionScheme);
        }

        new SessionStatus { IsReplaced = true }.Set(context, application);
        var scheme = await context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>().GetSchemeAsync(application.SessionScheme)
            ?? throw new InvalidOperationException($"The scheme {application.SessionScheme} does not exist. Call builder.Add{application.Scheme}() before builder.Build().");
        var handler = (IAuthenticationSignInHandler)ActivatorUtilities.CreateInstance(context.RequestServices, scheme.HandlerType);
        await handler.InitializeAsync(scheme, context);
        await handler.SignInAsync(principal, properties);
    }
}
