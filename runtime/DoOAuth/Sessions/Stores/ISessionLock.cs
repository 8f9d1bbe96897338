namespace DoOAuth;

/// <summary>
/// Lets only one caller at a time refresh a session. The default lock is in memory. An app that runs on several machines needs a shared lock: see
/// <see cref="DigitalOceanOAuthBuilder.UseSessionLock{TLock}"/>.
/// </summary>
public interface ISessionLock
{
    /// <summary>
    /// Waits for the session's lock. No other caller, on any machine, can hold it until the result is disposed. The locks of different sessions are
    /// independent. If the holder's process crashes, the lock must be released automatically. Disposing the result releases the lock and does not throw.
    /// </summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">A token to stop waiting.</param>
    /// <exception cref="SessionStoreException">The database cannot be reached, or the lock was not released within the implementation's time limit.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled. The lock is not held.</exception>
    ValueTask<IAsyncDisposable> AcquireAsync(string sessionId, CancellationToken cancellationToken);
}
