using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Keeps a session's tokens fresh. A refresh token works once and its use kills the access token before it, so: take the session's lock,
/// read again, refresh, write, then let go; whoever comes meanwhile shares the one refresh. An answer about one generation of tokens says nothing of a
/// later one.
/// </summary>
internal sealed class SessionRefresh(
    DigitalOceanApplication application,
    TokenExchange exchange,
    ISessionTokenStore store,
    ISessionLock sessionLock,
    IOptionsMonitor<CookieAuthenticationOptions> cookies,
    TimeProvider time,
    ILogger<SessionRefresh> logger)
{
    /// <summary>How long tokens are kept that work outside of requests relies on: until the next use refreshes them, however rare it is.</summary>
    public static readonly TimeSpan KeepAccessFor = TimeSpan.FromDays(180);

    private static readonly TimeSpan StoreRetryAfter = TimeSpan.FromSeconds(5);

    private readonly NewestTokens _newest = new(store);
    private readonly RefreshesUnderWay _underWay = new();
    private readonly RefreshPause _pause = new(time);

    /// <summary>
    /// How long a session is remembered: as long as one of its cookies can come back, and no shorter than a session may lie idle, for connections that
    /// outlive their cookie.
    /// </summary>
    public TimeSpan RememberFor => cookies.Get(application.SessionScheme).ExpireTimeSpan is var life && life > SessionCookieSetup.IdleTime
        ? life
        : SessionCookieSetup.IdleTime;

    /// <summary>The tokens to go on with, refreshed where that is due.</summary>
    /// <param name="known">The session and its tokens, as the caller knows them.</param>
    /// <param name="use">Who asks.</param>
    /// <param name="cancellationToken">Gives up waiting; a refresh goes on.</param>
    public async ValueTask<SessionOutcome> EnsureFreshAsync(UserTokens known, SessionUse use, CancellationToken cancellationToken)
    {
        try
        {
            if (await _newest.FindAsync(known, use, cancellationToken) is { Newer: { } newer })
            {
                if (newer.User is null)
                {
                    return newer;
                }

                known = newer.User;
            }
        }
        catch (SessionStoreException exception)
        {
            return StoreAway(known, exception);
        }

        var (tokens, now) = (known.Tokens, time.GetUtcNow());
        if (!tokens.IsDue(now))
        {
            return SessionOutcome.Live(known);
        }

        if (tokens.RefreshToken is null)
        {
            return tokens.IsExpired(now) ? SessionOutcome.Ended(FailureReasons.InvalidGrant) : SessionOutcome.Live(known);
        }

        if (_pause.Left(known.SessionId) is { } left)
        {
            return Later(known, FailureReasons.ProviderUnreachable, left);
        }

        var refresh = Share(known, use);
        var outcome = tokens.IsExpired(now) ? null : await refresh.WaitBrieflyAsync(cancellationToken);
        if (outcome is null && !tokens.IsExpired(time.GetUtcNow()))
        {
            return SessionOutcome.Live(known);
        }

        return await SeenByAsync(outcome ?? await refresh.WaitAsync(cancellationToken), known, use, cancellationToken);
    }

    /// <summary>
    /// Tokens in place of those that the API refused: those of a refresh that happened meanwhile, or refreshed now. Where DigitalOcean gives
    /// none for good, the session is over up to these tokens. What is given back is of a later generation, or there is nothing better for now.
    /// </summary>
    /// <exception cref="SessionStoreException">It cannot be told for now.</exception>
    public async ValueTask<SessionOutcome> ReplaceAsync(UserTokens refused, SessionUse use, CancellationToken cancellationToken)
    {
        if (await _newest.FindAsync(refused, use, cancellationToken) is { Newer: { } newer })
        {
            return newer;
        }

        if (refused.Tokens.RefreshToken is null)
        {
            await MarkAsync(refused);
            return SessionOutcome.Ended(FailureReasons.InvalidGrant);
        }

        if (_pause.Left(refused.SessionId) is { } left)
        {
            return SessionOutcome.Unavailable(refused, FailureReasons.ProviderUnreachable, left);
        }

        var outcome = await SeenByAsync(await Share(refused, use).WaitAsync(cancellationToken), refused, use, cancellationToken);
        if (outcome is { User: null, Reason: not null })
        {
            // Neither the API nor the authorization server takes them.
            await MarkAsync(refused);
        }

        return outcome;
    }

    /// <summary>Notes that the API refuses a session's fresh tokens as well: the session is over, unless there are newer ones.</summary>
    /// <returns>Whether it is over.</returns>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public async ValueTask<bool> RefuseAsync(UserTokens refused, SessionUse use, CancellationToken cancellationToken)
    {
        await MarkAsync(refused);
        return await _newest.FindAsync(refused, use, cancellationToken) is { Newer.User: null };
    }

    /// <summary>Whether the session is known to be over, as somebody knows it who was let in before.</summary>
    public async ValueTask<bool> IsOverAsync(UserTokens known, CancellationToken cancellationToken)
    {
        try
        {
            return await _newest.FindAsync(known, SessionUse.Connection, cancellationToken) is { Newer: { User: null } };
        }
        catch (SessionStoreException exception)
        {
            Log.GoesOnWithoutStore(logger, application.Scheme, exception);
            return false;
        }
    }

    /// <summary>Ends the session for good.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public ValueTask EndAsync(string sessionId) => store.EndAsync(sessionId, reason: null, RememberFor, CancellationToken.None);

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

        await store.RememberAsync(known.SessionId, known.Tokens, isKept: true, KeepAccessFor, cancellationToken);
        return known;
    }

    // Said of these tokens and those before them. The session may live on with later ones.
    private ValueTask MarkAsync(UserTokens refused) => store.RefuseAsync(
        refused.SessionId, FailureReasons.InvalidGrant, refused.Tokens.Generation, RememberFor, CancellationToken.None);

    private RefreshesUnderWay.Refresh Share(UserTokens user, SessionUse use) => _underWay.GetOrBegin(user, () => RefreshAsync(user, use));

    // What is shared is said as to a cookie, which is told least.
    private async ValueTask<SessionOutcome> SeenByAsync(SessionOutcome shared, UserTokens user, SessionUse use, CancellationToken cancellationToken)
    {
        if (shared.User is not null || use == SessionUse.Cookie)
        {
            return shared;
        }

        try
        {
            return (await _newest.FindAsync(user, use, cancellationToken)).Newer ?? shared;
        }
        catch (SessionStoreException exception)
        {
            return StoreAway(user, exception);
        }
    }

    private async Task<SessionOutcome> RefreshAsync(UserTokens user, SessionUse use)
    {
        using var activity = DigitalOceanMetrics.StartActivity("DoOAuth.Refresh", application.Scheme);
        try
        {
            await using var held = await sessionLock.AcquireAsync(user.SessionId, CancellationToken.None);
            var found = await _newest.FindAsync(user, SessionUse.Cookie, CancellationToken.None);
            var outcome = found.Newer
                ?? (_pause.Left(user.SessionId) is { } left ? Later(user, FailureReasons.ProviderUnreachable, left) : null)
                ?? await SpendAsync(user, found.IsKept || use == SessionUse.Kept);
            return outcome with { Cookie = new RenewedCookie() };
        }
        catch (SessionStoreException exception)
        {
            return StoreAway(user, exception);
        }
    }

    private async Task<SessionOutcome> SpendAsync(UserTokens user, bool isKept)
    {
        var (answer, refusal) = await exchange.TrySpendAsync(user.Tokens.RefreshToken!);
        if (answer is null)
        {
            // Not kept: whoever comes with the same tokens asks again, in case that was no answer to them.
            return refusal != FailureReasons.InvalidGrant
                ? Later(user, FailureReasons.ProviderUnreachable, _pause.Begin(user.SessionId))
                : (await _newest.FindAsync(user, SessionUse.Cookie, CancellationToken.None)).Newer ?? SessionOutcome.Ended(refusal);
        }

        _pause.End(user.SessionId);
        var refreshed = user with { Tokens = user.Tokens.RefreshedBy(answer, time.GetUtcNow()) };
        try
        {
            await store.RememberAsync(refreshed.SessionId, refreshed.Tokens, isKept, isKept ? KeepAccessFor : RememberFor, CancellationToken.None);
            return (await _newest.FindAsync(refreshed, SessionUse.Cookie, CancellationToken.None)).Newer ?? SessionOutcome.Live(refreshed, isFresh: true);
        }
        catch (SessionStoreException exception)
        {
            // The old tokens are spent: whoever waits here goes on with the new ones, and takes them along in the cookie.
            Log.StoreUnreachable(logger, application.Scheme, exception);
            return SessionOutcome.Live(refreshed, isFresh: true);
        }
    }

    private SessionOutcome StoreAway(UserTokens user, SessionStoreException exception)
    {
        if (user.Tokens.IsExpired(time.GetUtcNow()))
        {
            Log.StoreUnreachable(logger, application.Scheme, exception);
        }
        else
        {
            // Every request comes by here while the store is away.
            Log.GoesOnWithoutStore(logger, application.Scheme, exception);
        }

        return Later(user, FailureReasons.StoreUnreachable, StoreRetryAfter);
    }

    private SessionOutcome Later(UserTokens user, string because, TimeSpan retryAfter) =>
        user.Tokens.IsExpired(time.GetUtcNow()) ? SessionOutcome.Unavailable(user, because, retryAfter) : SessionOutcome.Live(user);
}
