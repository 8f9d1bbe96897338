namespace DoOAuth;

/// <summary>Lets one at a time refresh a session. In memory on one machine; on several it has to be shared.</summary>
internal interface ISessionLock
{
    /// <summary>Waits for the session's lock; disposing the result lets it go, and does not throw.</summary>
    /// <exception cref="SessionStoreException">What is shared cannot be reached, or the lock was not to be had within the time allowed.</exception>
    ValueTask<IAsyncDisposable> AcquireAsync(string sessionId, CancellationToken cancellationToken);
}
