using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>What one application's store is told of sessions, and for how long it keeps that: their end, and access that is kept.</summary>
internal sealed class SessionMemory(
    DigitalOceanApplication application,
    ISessionTokenStore store,
    ISessionLock sessionLock,
    IOptionsMonitor<CookieAuthenticationOptions> cookies,
    ILogger<SessionMemory> logger)
{
    private readonly NewestTokens _newest = new(store);

    /// <summary>
    /// How long a session is remembered: as long as one of its cookies can come back, and no shorter than a session may lie idle, for connections that
    /// outlive their cookie.
    /// </summary>
    public TimeSpan RememberFor => cookies.Get(application.SessionScheme).ExpireTimeSpan is var life && life > SessionLifetimes.Idle
        ? life
        : SessionLifetimes.Idle;

    /// <summary>How long the end of a session is remembered: as long as one of its cookies, or a key of access that was kept from it, can come back.</summary>
    public TimeSpan EndedFor => RememberFor is var life && life > SessionLifetimes.KeptAccess ? life : SessionLifetimes.KeptAccess;

    /// <summary>Notes that the API refuses a session's fresh tokens as well: the session is over, unless there are newer ones.</summary>
    /// <returns>Whether it is over.</returns>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public async ValueTask<bool> RefuseAsync(UserTokens refused, SessionUse use, CancellationToken cancellationToken)
    {
        await MarkAsync(refused);
        return await _newest.FindAsync(refused, use, cancellationToken) is { Newer.User: null };
    }

    /// <summary>The end of a session, for somebody who was let in before; null as long as none is known.</summary>
    public async ValueTask<SessionOutcome?> FindEndAsync(UserTokens known, CancellationToken cancellationToken)
    {
        try
        {
            return await _newest.FindAsync(known, SessionUse.Connection, cancellationToken) is { Newer: { User: null } end } ? end : null;
        }
        catch (SessionStoreException exception)
        {
            Log.GoesOnWithoutStore(logger, application.Scheme, exception);
            return null;
        }
    }

    /// <summary>Ends the session for good, and those that took its place.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public async ValueTask EndAsync(string sessionId)
    {
        for (string? id = sessionId, next; id is not null; id = next)
        {
            next = (await store.FindAsync(id, CancellationToken.None))?.ReplacedBy;
            await store.WriteAsync(id, RememberedSession.Ended(), EndedFor, CancellationToken.None);
        }
    }

    /// <summary>Keeps access that is in use for as long again, under the session that it has come to.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public async ValueTask RenewKeptAsync(string keptFrom, UserTokens newest, CancellationToken cancellationToken)
    {
        await store.WriteAsync(newest.SessionId, RememberedSession.Of(newest.Tokens, isKept: true), SessionLifetimes.KeptAccess, cancellationToken);
        if (keptFrom != newest.SessionId)
        {
            await store.WriteAsync(keptFrom, RememberedSession.Replaced(newest.SessionId), SessionLifetimes.KeptAccess, cancellationToken);
        }
    }

    /// <summary>From now on keeps the session's newest tokens, for work outside of requests.</summary>
    /// <returns>The newest tokens, or null where the session is over.</returns>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public async ValueTask<UserTokens?> KeepAsync(UserTokens known, CancellationToken cancellationToken)
    {
        await using var held = await sessionLock.AcquireAsync(known.SessionId, cancellationToken);
        if (await _newest.FindAsync(known, SessionUse.Cookie, cancellationToken) is { Newer: { } newer })
        {
            if (newer.User is null)
            {
                return null;
            }

            known = newer.User;
        }

        await store.WriteAsync(known.SessionId, RememberedSession.Of(known.Tokens, isKept: true), SessionLifetimes.KeptAccess, cancellationToken);
        return known;
    }

    /// <summary>Notes that DigitalOcean refuses these tokens, and those before them. The session may live on with later ones.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public ValueTask MarkAsync(UserTokens refused) => store.WriteAsync(
        refused.SessionId, RememberedSession.Refused(FailureReasons.InvalidGrant, refused.Tokens.Generation), RememberFor, CancellationToken.None);
}
