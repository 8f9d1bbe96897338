using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>Ends sessions so that no old cookie can reactivate them, together with the sessions that they replaced.</summary>
internal static class SessionEnd
{
    /// <summary>Ends the session without revoking its tokens.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached. The session remains.</exception>
    public static async Task BuryAsync(HttpContext context, DigitalOceanApplication application, PresentedSession session)
    {
        // The replaced sessions first, because the user can try again while the session exists.
        var memory = context.RequestServices.GetRequiredKeyedService<SessionMemory>(application.Scheme);
        var kept = context.RequestServices.GetRequiredKeyedService<KeptAccessList>(application.Scheme);
        foreach (var id in session.Replaced.Select(replaced => replaced.SessionId).Append(session.SessionId))
        {
            await memory.EndAsync(id);
            await kept.RemoveAsync(id);
        }
    }

    /// <summary>Ends the session and removes its cookie, even if the store cannot be reached.</summary>
    public static async Task SignOutAsync(HttpContext context, DigitalOceanApplication application)
    {
        try
        {
            if (await PresentedSession.ReadAsync(context, application) is { } session)
            {
                await BuryAsync(context, application, session);
            }
        }
        catch (SessionStoreException exception)
        {
            Log.StoreUnreachable(
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SessionEnd)), application.Scheme, exception);
        }

        await context.SignOutAsync(application.SessionScheme);
    }

    /// <summary>Revokes the newest tokens of the session and of the sessions that it replaced, and ends them all. No refresh can run in between.</summary>
    /// <exception cref="SignInFailedException">DigitalOcean did not confirm the revocation. The session remains.</exception>
    /// <exception cref="SessionStoreException">The store cannot be reached. The session remains.</exception>
    public static async Task RevokeAsync(HttpContext context, DigitalOceanApplication application)
    {
        if (await PresentedSession.ReadAsync(context, application) is not { Tokens: { } tokens } session)
        {
            return;
        }

        var user = new UserTokens(session.SessionId, tokens);

        var services = context.RequestServices;
        await using var held = await services.GetRequiredKeyedService<ISessionLock>(application.Scheme)
            .AcquireAsync(user.SessionId, context.RequestAborted);

        // From here on, complete the work even if the browser disconnects, because an active session must not contain a revoked token.
        var store = services.GetRequiredKeyedService<ISessionTokenStore>(application.Scheme);
        var remembered = await store.FindAsync(user.SessionId, CancellationToken.None);
        if (remembered is { IsEnded: true })
        {
            return;
        }

        List<SessionGrant> grants = [];
        foreach (var replaced in session.Replaced)
        {
            // A session that could not be tied to this one has continued independently.
            var own = await store.FindAsync(replaced.SessionId, CancellationToken.None);
            grants.Add(own?.Tokens is { } later ? SessionGrant.Of(new UserTokens(replaced.SessionId, later)) : replaced);
        }

        grants.Add(SessionGrant.Of(user with { Tokens = user.Tokens.Or(remembered?.Tokens) }));
        await services.GetRequiredKeyedService<TokenRevocation>(application.Scheme).RevokeAllAsync(grants);
        try
        {
            await BuryAsync(context, application, session);
        }
        catch (SessionStoreException exception)
        {
            // The token is revoked. Another copy of the cookie contains tokens that are no longer valid, so it ends at its next request.
            Log.StoreUnreachable(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SessionEnd)), application.Scheme, exception);
        }
    }
}
