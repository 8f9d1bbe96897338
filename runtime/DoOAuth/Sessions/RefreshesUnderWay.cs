using System.Collections.Concurrent;

namespace DoOAuth;

/// <summary>The refreshes in progress in this process. Requests of the same session share its refresh.</summary>
internal sealed class RefreshesUnderWay
{
    /// <summary>
    /// How long a request with a valid token waits for a refresh. After that, this request continues with the valid token, and so do later ones,
    /// without waiting. The refresh completes on its own, and a later request uses its result.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<(string SessionId, int Generation), Refresh> _refreshes = new();

    /// <summary>
    /// Gets the refresh of these tokens, and starts it if there is none. It is not tied to a request, because the requests that share it must not
    /// lose it when the first browser disconnects. It is not shared with a cookie of another generation, whose refresh token may have been used long
    /// ago.
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
            // Started here, because in the thread pool's queue it would wait for all requests that arrived with this one.
            own.Begin(refreshAsync, () => _refreshes.TryRemove(key, out _));
        }

        return shared;
    }

    /// <summary>A refresh.</summary>
    internal sealed class Refresh
    {
        // Each waiting request continues independently, on any free processor. As synchronous continuations, they would run one after the other on
        // the refresh's thread, and all of them would wait for a handler that blocks.
        private readonly TaskCompletionSource<SessionOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly long _beganAt = TimeProvider.System.GetTimestamp();

        /// <summary>Waits for the result, however long it takes.</summary>
        public Task<SessionOutcome> WaitAsync(CancellationToken cancellationToken) => _outcome.Task.WaitAsync(cancellationToken);

        /// <summary>Waits for the result; null if the refresh takes longer than <see cref="Patience"/>.</summary>
        public async Task<SessionOutcome?> WaitBrieflyAsync(CancellationToken cancellationToken)
        {
            var left = Patience - TimeProvider.System.GetElapsedTime(_beganAt);
            if (left > TimeSpan.Zero)
            {
                // No exceptions for timeouts, because if the provider does not respond, many requests time out at the same moment.
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

                // Waiting requests get the failure. If none waits any longer, this observes it.
                _ = _outcome.Task.Exception;
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
