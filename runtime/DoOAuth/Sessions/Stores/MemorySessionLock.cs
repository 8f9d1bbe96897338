namespace DoOAuth;

/// <summary>
/// The locks of an app that runs on one machine: one for each session that somebody refreshes just now, so that no session waits for another's
/// provider.
/// </summary>
internal sealed class MemorySessionLock : ISessionLock
{
    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);

    /// <summary>Of how many sessions somebody holds the lock, or waits for it.</summary>
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

        /// <summary>Who holds it and who waits for it. Changed under the lock of all.</summary>
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
