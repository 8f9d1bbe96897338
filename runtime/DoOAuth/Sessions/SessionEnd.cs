using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>Ends sessions so that no old cookie can wake them.</summary>
internal static class SessionEnd
{
    /// <summary>Ends the session here.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached; the session stays.</exception>
    public static async Task BuryAsync(HttpContext context, DigitalOceanApplication application, AuthenticationProperties? properties)
    {
        if (SessionTokens.SessionId(properties) is { } sessionId)
        {
            await context.RequestServices.GetRequiredKeyedService<SessionRefresh>(application.Scheme).EndAsync(sessionId, reason: null);
        }
    }

    /// <summary>Revokes the session's newest token and ends the session. No refresh can slip in between.</summary>
    /// <exception cref="SignInFailedException">DigitalOcean did not confirm it; the session stays.</exception>
    /// <exception cref="SessionStoreException">The store cannot be reached; the session stays.</exception>
    public static async Task RevokeAsync(HttpContext context, DigitalOceanApplication application, AuthenticationProperties? properties)
    {
        if (SessionTokens.SessionId(properties) is not { } sessionId || SessionTokens.Read(properties) is not { } tokens)
        {
            return;
        }

        var services = context.RequestServices;
        await using var held = await services.GetRequiredKeyedService<ISessionLock>(application.Scheme)
            .AcquireAsync(sessionId, context.RequestAborted);

        // From here on to the end, also when the browser leaves: a revoked token must not stay in a living session.
        var remembered = await services.GetRequiredKeyedService<ISessionTokenStore>(application.Scheme)
            .FindAsync(sessionId, CancellationToken.None);
        if (remembered is { IsEnded: true })
        {
            return;
        }

        await services.GetRequiredKeyedService<TokenEndpoint>(application.Scheme)
            .RevokeAsync(tokens.Or(remembered?.Tokens).AccessToken, CancellationToken.None);
        try
        {
            await BuryAsync(context, application, properties);
        }
        catch (SessionStoreException exception)
        {
            // Revoked it is. What another copy of the cookie holds is dead at DigitalOcean, and ends at its next request there.
            Log.StoreUnreachable(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SessionEnd)), application.Scheme, exception);
        }
    }
}
