namespace DoOAuth;

/// <summary>The stored sessions of an app that runs on one machine. They end with the app.</summary>
internal sealed class MemoryStoredSessions(TimeProvider time) : IStoredSessions
{
    private readonly ExpiringEntries<StoredSession> _sessions = new(time);

    public ValueTask AddAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        if (keepFor > TimeSpan.Zero)
        {
            _sessions.Write(sessionId, session, keepFor, static _ => true);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> ReplaceAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken) =>
        new(_sessions.Write(sessionId, session, keepFor, static there => there is not null));

    public ValueTask<StoredSession?> FindAsync(string sessionId, CancellationToken cancellationToken) => new(_sessions.Find(sessionId));

    public ValueTask RemoveAsync(string sessionId, CancellationToken cancellationToken)
    {
        _sessions.Remove(sessionId);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<string>> FindAllOfAsync(string userUuid, CancellationToken cancellationToken) =>
        new(_sessions.FindKeys(session => string.Equals(session.UserUuid, userUuid, StringComparison.Ordinal)));
}
