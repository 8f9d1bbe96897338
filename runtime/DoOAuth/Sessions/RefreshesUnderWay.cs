using System.Collections.Concurrent;

namespace DoOAuth;

/// <summary>The refreshes that are under way in this process. Whoever comes meanwhile shares the one of its session.</summary>
internal sealed class RefreshesUnderWay
{
    /// <summary>
    /// How long a request whose token still lives waits for a refresh. Past that it goes on with the living token, and so do those that come after it, at once:
    /// the refresh finishes by itself, and a later request finds its result.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<(string SessionId, int Generation), Refresh> _refreshes = new();

    /// <summary>
    /// The refresh of these tokens, begun here where nobody has. Not tied to one request: those that share it must not lose it with the browser that happened
    /// to come first. Nor shared with a cookie of another generation, whose refresh token may be spent long since.
    /// </summary>
    public Refresh GetOrBegin(UserTokens user, Func<Task<SessionOutcome>> refreshAsync)
    {
        var key = (user.SessionId, user.Tokens.Generation);
        if (_refreshes.TryGetValue(key, out var shared))
        {
            return shared;
        }

        var own = new Refresh();
        shared = _refreshes.GetOrAdd(key, own);
        if (shared == own)
        {
            // Begun here and now: put into the thread pool's queue, it would have its turn after all the requests that arrived with this one.
            own.Begin(refreshAsync, () => _refreshes.TryRemove(key, out _));
        }

        return shared;
    }

    /// <summary>One refresh.</summary>
    internal sealed class Refresh
    {
        // Each of those that wait goes on by itself, on whichever processor is free. As continuations of the refresh they would go on one after the
        // other on its thread: the last after all the others were answered, and all of them behind a handler that blocks.
        private readonly TaskCompletionSource<SessionOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly long _beganAt = TimeProvider.System.GetTimestamp();

        /// <summary>Its outcome, however long it takes.</summary>
        public Task<SessionOutcome> WaitAsync(CancellationToken cancellationToken) => _outcome.Task.WaitAsync(cancellationToken);

        /// <summary>Its outcome, or null where it has taken longer than <see cref="Patience"/>.</summary>
        public async Task<SessionOutcome?> WaitBrieflyAsync(CancellationToken cancellationToken)
        {
            var left = Patience - TimeProvider.System.GetElapsedTime(_beganAt);
            if (left > TimeSpan.Zero)
            {
                // Nothing is thrown for each of those whose patience ends: where the provider is silent, they are many at the same moment.
                await ((Task)_outcome.Task.WaitAsync(left, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
            }

            return _outcome.Task.IsCompleted ? await _outcome.Task : null;
        }

        public void Begin(Func<Task<SessionOutcome>> refreshAsync, Action onEnd) => refreshAsync().ContinueWith(
            ended =>
            {
                onEnd();
                _outcome.SetFromTask(ended);

                // Whoever waits gets a failure. Where everybody has gone on, nobody would.
                _ = _outcome.Task.Exception;
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
