using System.Collections.Concurrent;

namespace DoOAuth;

/// <summary>
/// What must not be lost because Redis is away just now: kept here, seen by this machine at once, and written as soon as Redis is back.
/// </summary>
/// <param name="write">Writes one, where what is there permits it.</param>
/// <param name="redis">Says when it is back.</param>
/// <param name="time">By which values are kept.</param>
internal sealed class PendingWrites<TValue>(Func<string, TValue, TimeSpan, Task> write, SharedRedis redis, TimeProvider time) : IDisposable
    where TValue : class
{
    private static readonly TimeSpan TryEvery = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, Pending> _pending = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _ended = new();
    private int _isWriting;

    public TValue? Find(string sessionId) =>
        _pending.TryGetValue(sessionId, out var pending) && pending.Until > time.GetUtcNow() ? pending.Value : null;

    /// <summary>When the session's value is written; null where none is pending.</summary>
    public Task? WrittenAsync(string sessionId) => _pending.TryGetValue(sessionId, out var pending) ? pending.Written.Task : null;

    /// <summary>Takes a value, which replaces one that is pending.</summary>
    public void Add(string sessionId, TValue value, TimeSpan keepFor)
    {
        var added = new Pending(value, time.GetUtcNow() + keepFor);
        _pending.AddOrUpdate(sessionId, added, (_, before) =>
        {
            before.Written.TrySetResult();
            return added;
        });
        Begin();
    }

    /// <summary>Forgets what is pending for a session that is removed.</summary>
    public void Remove(string sessionId)
    {
        if (_pending.TryRemove(sessionId, out var pending))
        {
            pending.Written.TrySetResult();
        }
    }

    public void Dispose()
    {
        _ended.Cancel();
        _ended.Dispose();
    }

    private void Begin()
    {
        if (Interlocked.Exchange(ref _isWriting, 1) == 0)
        {
            _ = WriteAllAsync(_ended.Token);
        }
    }

    private async Task WriteAllAsync(CancellationToken ended)
    {
        while (!_pending.IsEmpty && !ended.IsCancellationRequested)
        {
            await Task.Delay(TryEvery, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var entry in redis.IsAway ? [] : _pending.ToArray())
            {
                await TryWriteAsync(entry);
            }
        }

        Volatile.Write(ref _isWriting, 0);

        // One that came between the last look and this line would wait for the next.
        if (!_pending.IsEmpty && !ended.IsCancellationRequested)
        {
            Begin();
        }
    }

    private async Task TryWriteAsync(KeyValuePair<string, Pending> entry)
    {
        try
        {
            var left = entry.Value.Until - time.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                await write(entry.Key, entry.Value.Value, left);
            }

            _pending.TryRemove(entry);
            entry.Value.Written.TrySetResult();
        }
        catch (SessionStoreException)
        {
            // Next time.
        }
    }

    private sealed class Pending(TValue value, DateTimeOffset until)
    {
        public TValue Value { get; } = value;

        public DateTimeOffset Until { get; } = until;

        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
