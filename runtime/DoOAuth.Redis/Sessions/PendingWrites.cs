using System.Collections.Concurrent;

namespace DoOAuth;

/// <summary>
/// Values that must not be lost while Redis is unavailable. They are kept here, are visible to this machine immediately, and are written as soon as Redis
/// is available again.
/// </summary>
internal sealed class PendingWrites<TValue> : IDisposable
    where TValue : class
{
    private static readonly TimeSpan TryEvery = TimeSpan.FromMilliseconds(200);

    private readonly Func<string, TValue, TimeSpan, Task> _write;
    private readonly SharedRedis _redis;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, Pending> _pending = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationToken _whileAlive;
    private int _isWriting;
    private int _isDisposed;

    /// <param name="write">Writes a value, if the stored one permits it.</param>
    /// <param name="redis">Tells when Redis is available again.</param>
    /// <param name="time">The clock that determines how long values are kept.</param>
    public PendingWrites(Func<string, TValue, TimeSpan, Task> write, SharedRedis redis, TimeProvider time)
    {
        _write = write;
        _redis = redis;
        _time = time;
        _whileAlive = _ended.Token;
    }

    public TValue? Find(string sessionId) =>
        _pending.TryGetValue(sessionId, out var pending) && pending.Until > _time.GetUtcNow() ? pending.Value : null;

    /// <summary>Completes when the session's value is written; null if none is pending.</summary>
    public Task? WrittenAsync(string sessionId) => _pending.TryGetValue(sessionId, out var pending) ? pending.Written.Task : null;

    /// <summary>Adds a value, which replaces a pending one.</summary>
    public void Add(string sessionId, TValue value, TimeSpan keepFor)
    {
        var added = new Pending(value, _time.GetUtcNow() + keepFor);
        _pending.AddOrUpdate(sessionId, added, (_, before) =>
        {
            before.Written.TrySetResult();
            return added;
        });
        Begin();
    }

    /// <summary>Forgets the pending value of a session that is removed.</summary>
    public void Remove(string sessionId)
    {
        if (_pending.TryRemove(sessionId, out var pending))
        {
            pending.Written.TrySetResult();
        }
    }

    /// <summary>Gives up. A container disposes a service twice if it is registered under two types.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _ended.Cancel();
            _ended.Dispose();
        }
    }

    private void Begin()
    {
        if (Interlocked.Exchange(ref _isWriting, 1) == 0)
        {
            _ = WriteAllAsync(_whileAlive);
        }
    }

    private async Task WriteAllAsync(CancellationToken ended)
    {
        while (!_pending.IsEmpty && !ended.IsCancellationRequested)
        {
            await Task.Delay(TryEvery, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var entry in _redis.IsAway ? [] : _pending.ToArray())
            {
                await TryWriteAsync(entry);
            }
        }

        Volatile.Write(ref _isWriting, 0);

        // A value that was added between the last check and this line would wait for the next one.
        if (!_pending.IsEmpty && !ended.IsCancellationRequested)
        {
            Begin();
        }
    }

    private async Task TryWriteAsync(KeyValuePair<string, Pending> entry)
    {
        try
        {
            var left = entry.Value.Until - _time.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                await _write(entry.Key, entry.Value.Value, left);
            }

            _pending.TryRemove(entry);
            entry.Value.Written.TrySetResult();
        }
        catch (SessionStoreException)
        {
            // Try again next time.
        }
    }

    private sealed class Pending(TValue value, DateTimeOffset until)
    {
        public TValue Value { get; } = value;

        public DateTimeOffset Until { get; } = until;

        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
