using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>
/// Keeps a session's tokens fresh. A refresh token works once, and its use invalidates the previous access token. The order is therefore: take the
/// session's lock, read again, refresh, write, release the lock. Requests that arrive in the meantime share the refresh. A response about one
/// generation of tokens says nothing about a later one.
/// </summary>
internal sealed class SessionRefresh(
    DigitalOceanApplication application,
    TokenExchange exchange,
    TokenRevocation revocation,
    SessionMemory memory,
    ISessionTokenStore store,
    ISessionLock sessionLock,
    TimeProvider time,
    ILogger<SessionRefresh> logger)
{
    private static readonly TimeSpan StoreRetryAfter = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(1);

    // By then, requests that were sent before a browser got newer tokens have arrived. A browser that still sends the rejected ones has no others.
    private static readonly TimeSpan RefusalSettled = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RefusalRemembered = TimeSpan.FromDays(1);

    private readonly ExpiringEntries<StrongBox<DateTimeOffset>> _refused = new(time);
    private readonly NewestTokens _newest = new(store);
    private readonly RefreshesUnderWay _underWay = new();
    private readonly RefreshPause _pause = new(time);

    /// <summary>Gets the tokens to continue with, and refreshes them if they are about to expire.</summary>
    /// <param name="known">The session and its tokens, as known to the caller.</param>
    /// <param name="use">What uses the session.</param>
    /// <param name="cancellationToken">A token to stop waiting. The refresh continues.</param>
    public async ValueTask<SessionOutcome> EnsureFreshAsync(UserTokens known, SessionUse use, CancellationToken cancellationToken)
    {
        try
        {
            var found = await _newest.FindAsync(known, use, cancellationToken);
            if (found.Newer is { } newer)
            {
                if (newer.User is null)
                {
                    return newer;
                }

                known = newer.User;
            }
            else if (use == SessionUse.Kept && !found.IsKnown && time.GetUtcNow() - known.Tokens.IssuedAt > SessionLifetimes.KeptAccess)
            {
                // The session was forgotten, and so was its end.
                return SessionOutcome.Ended(reason: null);
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
    /// Gets replacements for tokens that the API rejected: from a refresh in the meantime, or refreshed now. If DigitalOcean does not issue new ones,
    /// the session has ended up to these tokens. The result contains different tokens, unless there are none at the moment.
    /// </summary>
    /// <exception cref="SessionStoreException">The state is not known at the moment.</exception>
    public async ValueTask<SessionOutcome> ReplaceAsync(UserTokens refused, SessionUse use, CancellationToken cancellationToken)
    {
        if (await _newest.FindAsync(refused, use, cancellationToken) is { Newer: { } newer })
        {
            return newer;
        }

        if (refused.Tokens.RefreshToken is null)
        {
            await memory.MarkAsync(refused);
            return SessionOutcome.Ended(FailureReasons.InvalidGrant);
        }

        if (_pause.Left(refused.SessionId) is { } left)
        {
            return SessionOutcome.Unavailable(refused, FailureReasons.ProviderUnreachable, left);
        }

        var outcome = await SeenByAsync(await Share(refused, use).WaitAsync(cancellationToken), refused, use, cancellationToken);
        if (outcome is { User: null, Reason: not null })
        {
            // Neither the API nor the authorization server accepts them.
            await memory.MarkAsync(refused);
        }

        return outcome;
    }

    /// <inheritdoc cref="SessionMemory.RefuseAsync"/>
    public ValueTask<bool> RefuseAsync(UserTokens refused, SessionUse use, CancellationToken cancellationToken) =>
        memory.RefuseAsync(refused, use, cancellationToken);

    /// <summary>
    /// Whether a cookie with rejected tokens is no longer useful. Just after the rejection this is not certain, because another machine can have
    /// refreshed the tokens and sent newer ones to the browser.
    /// </summary>
    public bool IsCookieDead(UserTokens refused)
    {
        var now = time.GetUtcNow();
        if (refused.Tokens.RefreshToken is null)
        {
            return true;
        }

        var key = $"{refused.SessionId}:{refused.Tokens.Generation}";
        return !_refused.Write(key, new StrongBox<DateTimeOffset>(now), RefusalRemembered, static there => there is null)
            && _refused.Find(key) is { } first && now - first.Value >= RefusalSettled;
    }

    /// <summary>Whether the tokens were just issued. If the API rejects them, a sign-in would lead straight back.</summary>
    public bool HasJustIssued(SessionTokens tokens) => time.GetUtcNow() - tokens.IssuedAt < JustNow;

    private RefreshesUnderWay.Refresh Share(UserTokens user, SessionUse use) => _underWay.GetOrBegin(user, () => RefreshAsync(user, use));

    // The shared result is the one for a cookie, which gets the least information.
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
            if (refusal != FailureReasons.InvalidGrant)
            {
                return Later(user, FailureReasons.ProviderUnreachable, _pause.Begin(user.SessionId));
            }

            // The failure is not kept, so that the next request with the same tokens tries again, in case it was not about them.
            return (await _newest.FindAsync(user, SessionUse.Cookie, CancellationToken.None)).Newer ?? SessionOutcome.Ended(refusal);
        }

        _pause.End(user.SessionId);
        var refreshed = user with { Tokens = user.Tokens.RefreshedBy(answer, time.GetUtcNow()) };
        try
        {
            var keepFor = isKept ? SessionLifetimes.KeptAccess : memory.RememberFor;
            await store.WriteAsync(refreshed.SessionId, RememberedSession.Of(refreshed.Tokens, isKept), keepFor, CancellationToken.None);
            var newer = (await _newest.FindAsync(refreshed, SessionUse.Cookie, CancellationToken.None)).Newer;
            if (newer is { User: null })
            {
                // The session ended or was replaced while the provider responded, so these tokens do not belong to any session.
                _ = revocation.TryRevokeAllAsync([SessionGrant.Of(refreshed)]);
            }

            return newer ?? SessionOutcome.Live(refreshed, isFresh: true);
        }
        catch (SessionStoreException exception)
        {
            // The old tokens have been used. Waiting requests continue with the new ones, and write them to the cookie.
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
            // Every request gets here while the store is unreachable.
            Log.GoesOnWithoutStore(logger, application.Scheme, exception);
        }

        return Later(user, FailureReasons.StoreUnreachable, StoreRetryAfter);
    }

    private SessionOutcome Later(UserTokens user, string because, TimeSpan retryAfter) =>
        user.Tokens.IsExpired(time.GetUtcNow()) ? SessionOutcome.Unavailable(user, because, retryAfter) : SessionOutcome.Live(user);
}
