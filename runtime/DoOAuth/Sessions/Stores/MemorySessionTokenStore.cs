namespace DoOAuth;

/// <summary>The store of an app that runs on one machine.</summary>
internal sealed class MemorySessionTokenStore : ISessionTokenStore
{
    /// <summary>
    /// The maximum number of ended sessions to remember, in about 40 MB. Beyond it, the oldest are forgotten, and an old copy of their cookie works again as
    /// long as DigitalOcean accepts its tokens.
    /// </summary>
    public const int MostMarks = 250_000;

    /// <summary>
    /// The maximum number of sessions whose newest tokens are remembered, in about 60 MB, not counting those that a connection or work outside of requests
    /// relies on. Beyond it, the oldest are forgotten. By then, browsers have them in their cookies, unless only a connection has used the session since.
    /// </summary>
    public const int MostTokens = 100_000;

    private readonly ExpiringEntries<RememberedSession> _sessions;

    public MemorySessionTokenStore(TimeProvider time, OpenConnections connections, int mostMarks = MostMarks, int mostTokens = MostTokens) =>
        _sessions = new ExpiringEntries<RememberedSession>(
            time,
            connections.Has,
            new EntryBound<RememberedSession>(mostMarks, static session => !session.HoldsTokens),
            new EntryBound<RememberedSession>(mostTokens, static session => session is { HoldsTokens: true, IsKept: false }));

    /// <summary>The number of remembered sessions.</summary>
    public int Count => _sessions.Count;

    public ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken) => new(_sessions.Find(sessionId));

    public ValueTask WriteAsync(string sessionId, RememberedSession session, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        _sessions.Write(sessionId, session, keepFor, session.MayReplace);
        return ValueTask.CompletedTask;
    }
}
