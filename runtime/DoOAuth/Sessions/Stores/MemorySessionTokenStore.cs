namespace DoOAuth;

/// <summary>The store of an app that runs on one machine.</summary>
internal sealed class MemorySessionTokenStore : ISessionTokenStore
{
    /// <summary>
    /// How many sessions that are over are remembered. About 40 MB; past that the oldest is forgotten, and an old copy of its cookie works again for as
    /// long as DigitalOcean accepts the tokens in it.
    /// </summary>
    public const int MostMarks = 250_000;

    /// <summary>
    /// Of how many sessions the newest tokens are remembered, unless a connection or work outside of requests relies on them. About 60 MB; past that the
    /// oldest are forgotten, which browsers carry in their cookies by then, unless a connection alone has used the session since.
    /// </summary>
    public const int MostTokens = 100_000;

    private readonly ExpiringEntries<RememberedSession> _sessions;

    public MemorySessionTokenStore(TimeProvider time, OpenConnections connections, int mostMarks = MostMarks, int mostTokens = MostTokens) =>
        _sessions = new ExpiringEntries<RememberedSession>(
            time,
            connections.Has,
            new EntryBound<RememberedSession>(mostMarks, static session => !session.HoldsTokens),
            new EntryBound<RememberedSession>(mostTokens, static session => session is { HoldsTokens: true, IsKept: false }));

    /// <summary>How many sessions something is remembered of.</summary>
    public int Count => _sessions.Count;

    public ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken) => new(_sessions.Find(sessionId));

    public ValueTask WriteAsync(string sessionId, RememberedSession session, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        _sessions.Write(sessionId, session, keepFor, session.MayReplace);
        return ValueTask.CompletedTask;
    }
}
