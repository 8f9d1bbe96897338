namespace DoOAuth;

/// <summary>The lock of an app that runs on one machine: one of a fixed number of locks, chosen by the session's id.</summary>
internal sealed class MemorySessionLock : ISessionLock, IDisposable
{
    // Two sessions that share a lock only wait for each other's refresh; this many make that rare.
    private const int Locks = 256;

    private readonly SemaphoreSlim[] _locks = [.. Enumerable.Range(0, Locks).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<IAsyncDisposable> AcquireAsync(string sessionId, CancellationToken cancellationToken)
    {
        var semaphore = _locks[(uint)sessionId.GetHashCode(StringComparison.Ordinal) % Locks];
        await semaphore.WaitAsync(cancellationToken);
        return new Release(semaphore);
    }

    public void Dispose() => Array.ForEach(_locks, semaphore => semaphore.Dispose());

    private sealed class Release(SemaphoreSlim semaphore) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            semaphore.Release();
            return ValueTask.CompletedTask;
        }
    }
}
