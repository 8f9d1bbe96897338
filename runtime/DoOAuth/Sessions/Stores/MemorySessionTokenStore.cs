namespace DoOAuth;

/// <summary>The store of an app that runs on one machine.</summary>
internal sealed class MemorySessionTokenStore(TimeProvider time) : ISessionTokenStore
{
    private readonly ExpiringEntries<RememberedSession> _sessions = new(time);

    public ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken) => new(_sessions.Find(sessionId));

    public ValueTask RememberAsync(string sessionId, SessionTokens tokens, bool isKept, TimeSpan keepFor, CancellationToken cancellationToken) =>
        Write(sessionId, RememberedSession.Of(tokens, isKept), keepFor);

    public ValueTask EndAsync(string sessionId, string? reason, TimeSpan keepFor, CancellationToken cancellationToken) =>
        Write(sessionId, RememberedSession.Ended(reason), keepFor);

    private ValueTask Write(string sessionId, RememberedSession session, TimeSpan keepFor)
    {
        _sessions.Write(sessionId, session, keepFor, session.MayReplace);
        return ValueTask.CompletedTask;
    }
}
