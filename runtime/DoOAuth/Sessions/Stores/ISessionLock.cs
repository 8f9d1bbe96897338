namespace DoOAuth;

/// <summary>
/// Lets only one caller at a time refresh a session. The default is in memory. An app that runs on several machines needs one that they share: see
/// <see cref="DigitalOceanOAuthBuilder.UseSessionLock{TLock}"/>.
/// </summary>
public interface ISessionLock
{
    /// <summary>
    /// Waits for the session's lock. Nobody else, on any machine, holds it until the result is disposed. The locks of different sessions are independent. If
    /// the holder's process dies, the lock becomes free by itself. Disposing the result releases the lock and does not throw.
    /// </summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="SessionStoreException">The database cannot be reached, or the lock did not become free in the time that the implementation allows.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled. The lock is not held then.</exception>
    ValueTask<IAsyncDisposable> AcquireAsync(string sessionId, CancellationToken cancellationToken);
}
