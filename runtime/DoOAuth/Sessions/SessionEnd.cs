using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>Ends sessions so that no old cookie can wake them, and with each the ones that it replaced.</summary>
internal static class SessionEnd
{
    /// <summary>Ends the session here.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached; the session stays.</exception>
    public static async Task BuryAsync(HttpContext context, DigitalOceanApplication application, PresentedSession session)
    {
        // The replaced ones first: while the session stays, its owner can try again.
        var memory = context.RequestServices.GetRequiredKeyedService<SessionMemory>(application.Scheme);
        var kept = context.RequestServices.GetRequiredKeyedService<KeptAccessList>(application.Scheme);
        foreach (var id in session.Replaced.Select(replaced => replaced.SessionId).Append(session.SessionId))
        {
            await memory.EndAsync(id);
            await kept.RemoveAsync(id);
        }
    }

    /// <summary>Revokes the session's newest tokens, and those of the sessions that it replaced, and ends them all. No refresh can slip in between.</summary>
    /// <exception cref="SignInFailedException">DigitalOcean did not confirm it; the session stays.</exception>
    /// <exception cref="SessionStoreException">The store cannot be reached; the session stays.</exception>
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

        // From here on to the end, also when the browser leaves: a revoked token must not stay in a living session.
        var store = services.GetRequiredKeyedService<ISessionTokenStore>(application.Scheme);
        var remembered = await store.FindAsync(user.SessionId, CancellationToken.None);
        if (remembered is { IsEnded: true })
        {
            return;
        }

        List<SessionGrant> grants = [];
        foreach (var replaced in session.Replaced)
        {
            // One that could not be tied to this session has gone on by itself.
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
            // Revoked it is. What another copy of the cookie holds is dead at DigitalOcean, and ends at its next request there.
            Log.StoreUnreachable(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SessionEnd)), application.Scheme, exception);
        }
    }
}
