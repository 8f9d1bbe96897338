using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

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
    TimeProvider time,
    DigitalOceanMetrics metrics,
    ILogger<SessionRefresh> logger)
{
    /// <summary>How long the result of a refresh is kept for requests that still carry the old cookie.</summary>
    public static readonly TimeSpan KeepResultFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string SessionId, int Generation), Lazy<Task<SessionOutcome>>> _underWay = new();

    /// <summary>The tokens to go on with, refreshed where that is due.</summary>
    public async ValueTask<SessionOutcome> EnsureFreshAsync(string sessionId, SessionTokens tokens, CancellationToken cancellationToken)
    {
        if (await FindNewerAsync(sessionId, tokens, cancellationToken) is { } remembered)
        {
            if (remembered.Tokens is null)
            {
                return remembered;
            }

            tokens = remembered.Tokens;
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

        // Not tied to one request: those that share it must not lose it with the browser that happened to come first.
        // Nor shared with a cookie of another generation, whose refresh token may be spent long since.
        var refresh = _underWay.GetOrAdd(
            (sessionId, tokens.Generation), key => new Lazy<Task<SessionOutcome>>(() => RefreshAsync(key.SessionId, tokens)));
        return await refresh.Value.WaitAsync(cancellationToken);
    }

    private async Task<SessionOutcome> RefreshAsync(string sessionId, SessionTokens tokens)
    {
        // Leave the caller's stack, so that the dictionary's lock-free promise holds also when everything below completes at once.
        await Task.Yield();
        using var activity = DigitalOceanMetrics.StartActivity("DoOAuth.Refresh", application.Scheme);
        try
        {
            await using var held = await sessionLock.AcquireAsync(sessionId, CancellationToken.None);
            return await FindNewerAsync(sessionId, tokens, CancellationToken.None) ?? await SpendAsync(sessionId, tokens);
        }
        finally
        {
            _underWay.TryRemove((sessionId, tokens.Generation), out _);
        }
    }

    private async Task<SessionOutcome> SpendAsync(string sessionId, SessionTokens tokens)
    {
        try
        {
            var answer = await endpoint.RefreshAsync(tokens.RefreshToken!, CancellationToken.None);
            var refreshed = tokens.RefreshedBy(answer, time.GetUtcNow());
            await store.RememberAsync(sessionId, refreshed, KeepResultFor, CancellationToken.None);
            metrics.Refreshed(application.Scheme, "success");
            Log.Refreshed(logger, application.Scheme);
            return await FindNewerAsync(sessionId, tokens, CancellationToken.None) ?? SessionOutcome.Live(refreshed);
        }
        catch (SignInFailedException exception)
        {
            metrics.Refreshed(application.Scheme, exception.Reason);
            Log.RefreshFailed(logger, application.Scheme, exception.Reason);
            return exception.Reason == FailureReasons.InvalidGrant ? SessionOutcome.Ended(exception.Reason)
                : tokens.IsExpired(time.GetUtcNow()) ? SessionOutcome.Unavailable(tokens)
                : SessionOutcome.Live(tokens);
        }
    }

    private async ValueTask<SessionOutcome?> FindNewerAsync(string sessionId, SessionTokens tokens, CancellationToken cancellationToken) =>
        await store.FindAsync(sessionId, cancellationToken) switch
        {
            { IsEnded: true } => SessionOutcome.Ended(reason: null),
            { Tokens: { } newer } when newer.Generation > tokens.Generation => SessionOutcome.Live(newer),
            _ => null,
        };
}
