namespace DoOAuth;

/// <summary>
/// The locks of an app that runs on one machine. There is one for each session that is being refreshed, so that no session waits for the refresh of
/// another.
/// </summary>
internal sealed class MemorySessionLock : ISessionLock
{
    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);

    /// <summary>The number of sessions whose lock is held or waited for.</summary>
    public int Count
    {
        get
        {
            lock (_held)
            {
                return _held.Count;
            }
        }
    }

    public async ValueTask<IAsyncDisposable> AcquireAsync(string sessionId, CancellationToken cancellationToken)
    {
        Held? held;
        lock (_held)
        {
            if (!_held.TryGetValue(sessionId, out held))
            {
                _held.Add(sessionId, held = new Held());
            }

            held.Users++;
        }

        try
        {
            await held.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(sessionId, held);
            throw;
        }

        return new Release(this, sessionId, held);
    }

    private void Leave(string sessionId, Held held)
    {
        lock (_held)
        {
            if (--held.Users == 0)
            {
                _held.Remove(sessionId);
                held.Turn.Dispose();
            }
        }
    }

    private sealed class Held
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>The number of callers that hold the lock or wait for it. It is changed only under the common lock.</summary>
        public int Users { get; set; }
    }

    private sealed class Release(MemorySessionLock locks, string sessionId, Held held) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            held.Turn.Release();
            locks.Leave(sessionId, held);
            return ValueTask.CompletedTask;
        }
    }
}
