using System.Collections.Concurrent;

namespace DoOAuth;

/// <summary>
/// What must not be lost because Redis is away just now: kept here, seen by this machine at once, and written as soon as Redis is back.
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

    /// <param name="write">Writes one, where what is there permits it.</param>
    /// <param name="redis">Says when it is back.</param>
    /// <param name="time">By which values are kept.</param>
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

    /// <summary>Takes a value, which replaces one that is pending.</summary>
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

    /// <summary>Forgets what is pending for a session that is removed.</summary>
    public void Remove(string sessionId)
    {
        if (_pending.TryRemove(sessionId, out var pending))
        {
            pending.Written.TrySetResult();
        }
    }

    /// <summary>Gives up. A container disposes what it knows under two types twice.</summary>
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
