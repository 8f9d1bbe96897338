namespace DoOAuth;

/// <summary>Lets one at a time refresh a session. In memory on one machine; on several it has to be shared.</summary>
internal interface ISessionLock
{
    /// <summary>Waits for the session's lock; disposing the result lets it go.</summary>
    ValueTask<IAsyncDisposable> AcquireAsync(string sessionId, CancellationToken cancellationToken);
}
