using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Ends sessions so that no old cookie can wake them.</summary>
internal static class SessionEnd
{
    /// <summary>Ends the session here.</summary>
    public static async Task BuryAsync(HttpContext context, DigitalOceanApplication application, AuthenticationProperties? properties)
    {
        if (SessionTokens.SessionId(properties) is { } sessionId)
        {
            await context.RequestServices.GetRequiredKeyedService<ISessionTokenStore>(application.Scheme)
                .EndAsync(sessionId, LifeOfCookies(context, application), CancellationToken.None);
        }
    }

    // As long as a cookie written until now can be read.
    private static TimeSpan LifeOfCookies(HttpContext context, DigitalOceanApplication application) =>
        context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(application.SessionScheme).ExpireTimeSpan;

    /// <summary>Revokes the session's newest token and ends the session. No refresh can slip in between.</summary>
    /// <exception cref="SignInFailedException">DigitalOcean did not confirm it; the session stays.</exception>
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

        var newest = remembered?.Tokens is { } later && later.Generation > tokens.Generation ? later : tokens;
        await services.GetRequiredKeyedService<TokenEndpoint>(application.Scheme)
            .RevokeAsync(newest.AccessToken, CancellationToken.None);
        await BuryAsync(context, application, properties);
    }
}
