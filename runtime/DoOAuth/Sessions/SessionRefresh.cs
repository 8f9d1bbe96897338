using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>
/// Keeps a session's tokens fresh. A refresh token works once and its use kills the access token before it, so: take the session's lock,
/// read again, refresh, write, then let go; whoever comes meanwhile shares the one refresh. An answer about one generation of tokens says nothing of a
/// later one.
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

    // Requests that were sent before a browser got later tokens have arrived by then: whoever still brings the refused ones has no others.
    private static readonly TimeSpan RefusalSettled = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RefusalRemembered = TimeSpan.FromDays(1);

    private readonly ExpiringEntries<StrongBox<DateTimeOffset>> _refused = new(time);
    private readonly NewestTokens _newest = new(store);
    private readonly RefreshesUnderWay _underWay = new();
    private readonly RefreshPause _pause = new(time);

    /// <summary>The tokens to go on with, refreshed where that is due.</summary>
    /// <param name="known">The session and its tokens, as the caller knows them.</param>
    /// <param name="use">Who asks.</param>
    /// <param name="cancellationToken">Gives up waiting; a refresh goes on.</param>
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
                // Forgotten, and so is whatever ended it.
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
    /// Tokens in place of those that the API refused: those of a refresh that happened meanwhile, or refreshed now. Where DigitalOcean gives
    /// none for good, the session is over up to these tokens. What is given back are other tokens, or there is nothing better for now.
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
            // Neither the API nor the authorization server takes them.
            await memory.MarkAsync(refused);
        }

        return outcome;
    }

    /// <inheritdoc cref="SessionMemory.RefuseAsync"/>
    public ValueTask<bool> RefuseAsync(UserTokens refused, SessionUse use, CancellationToken cancellationToken) =>
        memory.RefuseAsync(refused, use, cancellationToken);

    /// <summary>
    /// Whether a cookie with tokens that DigitalOcean refused is of no use any more. Right after the refusal that is not certain: another machine may have got
    /// later tokens, and the browser hold them by now.
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

    /// <summary>Whether the tokens have just been issued: where the API refuses such ones, to sign in again leads straight back.</summary>
    public bool HasJustIssued(SessionTokens tokens) => time.GetUtcNow() - tokens.IssuedAt < JustNow;

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
            if (refusal != FailureReasons.InvalidGrant)
            {
                return Later(user, FailureReasons.ProviderUnreachable, _pause.Begin(user.SessionId));
            }

            // Not kept: whoever comes with the same tokens asks again, in case that was no answer to them.
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
                // The session ended, or another took its place, while the provider answered: these tokens are nobody's.
                _ = revocation.TryRevokeAllAsync([SessionGrant.Of(refreshed)]);
            }

            return newer ?? SessionOutcome.Live(refreshed, isFresh: true);
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
