using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Keeps a session's tokens fresh. A refresh token works once and its use kills the access token before it, so: take the session's lock,
/// read again, refresh, write, then let go; whoever comes meanwhile shares the one refresh.
/// </summary>
internal sealed class SessionRefresh(
    DigitalOceanApplication application,
    TokenEndpoint endpoint,
    ISessionTokenStore store,
    ISessionLock sessionLock,
    IOptionsMonitor<CookieAuthenticationOptions> cookies,
    TimeProvider time,
    DigitalOceanMetrics metrics,
    ILogger<SessionRefresh> logger)
{
    /// <summary>How long the result of a refresh is kept for requests that still carry the old cookie.</summary>
    public static readonly TimeSpan KeepResultFor = TimeSpan.FromMinutes(10);

    /// <summary>How long tokens are kept that work outside of requests relies on: until the next use refreshes them, however rare it is.</summary>
    public static readonly TimeSpan KeepAccessFor = TimeSpan.FromDays(180);

    private static readonly TimeSpan StoreRetryAfter = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string SessionId, int Generation), TaskCompletionSource<SessionOutcome>> _underWay = new();
    private readonly RefreshPause _pause = new(time);

    // As long as a cookie written until now can be read.
    private TimeSpan LifeOfCookies => cookies.Get(application.SessionScheme).ExpireTimeSpan;

    /// <summary>The tokens to go on with, refreshed where that is due.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="tokens">Its tokens, as the caller knows them.</param>
    /// <param name="isKept">Whether the caller is work outside of requests.</param>
    /// <param name="cancellationToken">Gives up waiting; a refresh goes on.</param>
    public async ValueTask<SessionOutcome> EnsureFreshAsync(
        string sessionId, SessionTokens tokens, bool isKept, CancellationToken cancellationToken)
    {
        try
        {
            if (Newer(await store.FindAsync(sessionId, cancellationToken), tokens) is { } newer)
            {
                if (newer.Tokens is null)
                {
                    return newer;
                }

                tokens = newer.Tokens;
            }
        }
        catch (SessionStoreException exception)
        {
            return StoreAway(tokens, exception);
        }

        var now = time.GetUtcNow();
        if (!tokens.IsDue(now))
        {
            return SessionOutcome.Live(tokens);
        }

        if (tokens.RefreshToken is null)
        {
            return tokens.IsExpired(now) ? SessionOutcome.Ended(FailureReasons.InvalidGrant) : SessionOutcome.Live(tokens);
        }

        return _pause.Left(sessionId) is { } left
            ? Later(tokens, FailureReasons.ProviderUnreachable, left)
            : await ShareAsync(sessionId, tokens, isKept, KeepResultFor, cancellationToken);
    }

    /// <summary>
    /// Tokens in place of those that the API refused: those of a refresh that happened meanwhile, or refreshed now. Where DigitalOcean gives
    /// none for good, the session is ended. What is given back is of a later generation, or there is nothing better for now.
    /// </summary>
    /// <exception cref="SessionStoreException">It cannot be told for now.</exception>
    public async ValueTask<SessionOutcome> ReplaceAsync(
        string sessionId, SessionTokens refused, bool isKept, CancellationToken cancellationToken)
    {
        if (Newer(await store.FindAsync(sessionId, cancellationToken), refused) is { } newer)
        {
            return newer;
        }

        if (refused.RefreshToken is not null && _pause.Left(sessionId) is { } left)
        {
            return SessionOutcome.Unavailable(refused, FailureReasons.ProviderUnreachable, left);
        }

        // No answer is sure to bring these tokens into the cookie: they wait for the next request, whenever that comes.
        var outcome = refused.RefreshToken is null
            ? SessionOutcome.Ended(FailureReasons.InvalidGrant)
            : await ShareAsync(sessionId, refused, isKept, LifeOfCookies, cancellationToken);
        if (outcome is { Tokens: null, Reason: not null })
        {
            await EndAsync(sessionId, outcome.Reason);
        }

        return outcome;
    }

    /// <summary>Ends a session whose fresh tokens the API refuses as well, unless there are newer ones.</summary>
    /// <returns>Whether it is ended.</returns>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public async ValueTask<bool> EndRefusedAsync(string sessionId, SessionTokens refused, CancellationToken cancellationToken)
    {
        if (Newer(await store.FindAsync(sessionId, cancellationToken), refused) is not null)
        {
            return false;
        }

        await EndAsync(sessionId, FailureReasons.InvalidGrant);
        return true;
    }

    /// <summary>Ends the session for good.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="reason">One of <see cref="FailureReasons"/>, or null for a sign-out.</param>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public ValueTask EndAsync(string sessionId, string? reason) => store.EndAsync(sessionId, reason, LifeOfCookies, CancellationToken.None);

    /// <summary>From now on keeps the session's newest tokens, for work outside of requests.</summary>
    /// <returns>The newest tokens, or null where the session was ended.</returns>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public async ValueTask<SessionTokens?> KeepAsync(string sessionId, SessionTokens tokens, CancellationToken cancellationToken)
    {
        await using var held = await sessionLock.AcquireAsync(sessionId, cancellationToken);
        var remembered = await store.FindAsync(sessionId, cancellationToken);
        if (remembered is { Tokens: null })
        {
            return null;
        }

        var newest = tokens.Or(remembered?.Tokens);
        await store.RememberAsync(sessionId, newest, isKept: true, KeepAccessFor, cancellationToken);
        return newest;
    }

    private static SessionOutcome? Newer(RememberedSession? remembered, SessionTokens tokens) => remembered switch
    {
        { Tokens: null } => SessionOutcome.Ended(remembered.EndedBecause),
        { Tokens: { } newer } when newer.Generation > tokens.Generation => SessionOutcome.Live(newer),
        _ => null,
    };

    // Not tied to one request: those that share it must not lose it with the browser that happened to come first.
    // Nor shared with a cookie of another generation, whose refresh token may be spent long since.
    private Task<SessionOutcome> ShareAsync(
        string sessionId, SessionTokens tokens, bool isKept, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        var key = (sessionId, tokens.Generation);
        if (!_underWay.TryGetValue(key, out var shared))
        {
            // Each of those that wait goes on by itself, on whichever processor is free. As continuations of the refresh they would go on one after the
            // other on its thread: the last after all the others were answered, and all of them behind a handler that blocks.
            var own = new TaskCompletionSource<SessionOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
            shared = _underWay.GetOrAdd(key, own);
            if (shared == own)
            {
                // Begun here and now: put into the thread pool's queue, it would have its turn after all the requests that arrived with this one.
                RefreshAsync(sessionId, tokens, isKept, keepFor).ContinueWith(
                    own.SetFromTask, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }

        return shared.Task.WaitAsync(cancellationToken);
    }

    private async Task<SessionOutcome> RefreshAsync(string sessionId, SessionTokens tokens, bool isKept, TimeSpan keepFor)
    {
        using var activity = DigitalOceanMetrics.StartActivity("DoOAuth.Refresh", application.Scheme);
        try
        {
            await using var held = await sessionLock.AcquireAsync(sessionId, CancellationToken.None);
            var remembered = await store.FindAsync(sessionId, CancellationToken.None);
            isKept |= remembered is { IsKept: true };
            var outcome = Newer(remembered, tokens)
                ?? (_pause.Left(sessionId) is { } left ? Later(tokens, FailureReasons.ProviderUnreachable, left) : null)
                ?? await SpendAsync(sessionId, tokens, isKept, isKept ? KeepAccessFor : keepFor);
            return outcome with { Cookie = new RenewedCookie() };
        }
        catch (SessionStoreException exception)
        {
            return StoreAway(tokens, exception);
        }
        finally
        {
            _underWay.TryRemove((sessionId, tokens.Generation), out _);
        }
    }

    private async Task<SessionOutcome> SpendAsync(string sessionId, SessionTokens tokens, bool isKept, TimeSpan keepFor)
    {
        TokenAnswer answer;
        try
        {
            answer = await endpoint.RefreshAsync(tokens.RefreshToken!, CancellationToken.None);
        }
        catch (SignInFailedException exception)
        {
            metrics.Refreshed(application.Scheme, exception.Reason);
            Log.RefreshFailed(logger, application.Scheme, exception.Reason);
            return exception.Reason == FailureReasons.InvalidGrant
                ? SessionOutcome.Ended(exception.Reason)
                : Later(tokens, FailureReasons.ProviderUnreachable, _pause.Begin(sessionId));
        }

        _pause.End(sessionId);
        metrics.Refreshed(application.Scheme, "success");
        Log.Refreshed(logger, application.Scheme);
        var refreshed = tokens.RefreshedBy(answer, time.GetUtcNow());
        try
        {
            await store.RememberAsync(sessionId, refreshed, isKept, keepFor, CancellationToken.None);
            return Newer(await store.FindAsync(sessionId, CancellationToken.None), refreshed) ?? SessionOutcome.Live(refreshed, isFresh: true);
        }
        catch (SessionStoreException exception)
        {
            // The old tokens are spent: whoever waits here goes on with the new ones, and takes them along in the cookie.
            Log.StoreUnreachable(logger, application.Scheme, exception);
            return SessionOutcome.Live(refreshed, isFresh: true);
        }
    }

    private SessionOutcome StoreAway(SessionTokens tokens, SessionStoreException exception)
    {
        if (tokens.IsExpired(time.GetUtcNow()))
        {
            Log.StoreUnreachable(logger, application.Scheme, exception);
        }
        else
        {
            // Every request comes by here while the store is away.
            Log.GoesOnWithoutStore(logger, application.Scheme, exception);
        }

        return Later(tokens, FailureReasons.StoreUnreachable, StoreRetryAfter);
    }

    private SessionOutcome Later(SessionTokens tokens, string because, TimeSpan retryAfter) =>
        tokens.IsExpired(time.GetUtcNow()) ? SessionOutcome.Unavailable(tokens, because, retryAfter) : SessionOutcome.Live(tokens);
}
