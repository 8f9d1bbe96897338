using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Records the end of sessions and kept access in an application's store, and determines how long they are stored.</summary>
internal sealed class SessionMemory(
    DigitalOceanApplication application,
    ISessionTokenStore store,
    ISessionLock sessionLock,
    IOptionsMonitor<CookieAuthenticationOptions> cookies,
    ILogger<SessionMemory> logger)
{
    private readonly NewestTokens _newest = new(store);

    /// <summary>
    /// How long a session is remembered: as long as one of its cookies is valid, and at least as long as a session can be idle, for connections that
    /// outlive their cookie.
    /// </summary>
    public TimeSpan RememberFor => cookies.Get(application.SessionScheme).ExpireTimeSpan is var life && life > SessionLifetimes.Idle
        ? life
        : SessionLifetimes.Idle;

    /// <summary>How long the end of a session is remembered: as long as one of its cookies, or a key for access kept from it, is valid.</summary>
    public TimeSpan EndedFor => RememberFor is var life && life > SessionLifetimes.KeptAccess ? life : SessionLifetimes.KeptAccess;

    /// <summary>Records that the API rejects a session's fresh tokens too. The session has ended, unless there are newer tokens.</summary>
    /// <returns>Whether the session has ended.</returns>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public async ValueTask<bool> RefuseAsync(UserTokens refused, SessionUse use, CancellationToken cancellationToken)
    {
        await MarkAsync(refused);
        return await _newest.FindAsync(refused, use, cancellationToken) is { Newer.User: null };
    }

    /// <summary>The end of a session, for a request or connection that was let in before; null if the session has not ended.</summary>
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

    /// <summary>Ends the session and the sessions that replaced it.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public async ValueTask EndAsync(string sessionId)
    {
        for (string? id = sessionId, next; id is not null; id = next)
        {
            next = (await store.FindAsync(id, CancellationToken.None))?.ReplacedBy;
            await store.WriteAsync(id, RememberedSession.Ended(), EndedFor, CancellationToken.None);
        }
    }

    /// <summary>Renews kept access that is used, under its current session.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public async ValueTask RenewKeptAsync(string keptFrom, UserTokens newest, CancellationToken cancellationToken)
    {
        await store.WriteAsync(newest.SessionId, RememberedSession.Of(newest.Tokens, isKept: true), SessionLifetimes.KeptAccess, cancellationToken);
        if (keptFrom != newest.SessionId)
        {
            await store.WriteAsync(keptFrom, RememberedSession.Replaced(newest.SessionId), SessionLifetimes.KeptAccess, cancellationToken);
        }
    }

    /// <summary>Keeps the session's newest tokens from now on, for work outside of requests.</summary>
    /// <returns>The newest tokens, or null if the session has ended.</returns>
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

    /// <summary>Records that DigitalOcean rejects these tokens and older ones. The session can continue with newer ones.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public ValueTask MarkAsync(UserTokens refused) => store.WriteAsync(
        refused.SessionId, RememberedSession.Refused(FailureReasons.InvalidGrant, refused.Tokens.Generation), RememberFor, CancellationToken.None);
}
