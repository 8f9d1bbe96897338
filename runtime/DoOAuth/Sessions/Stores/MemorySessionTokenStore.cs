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
            new EntryBound<RememberedSession>(mostMarks, static session => session.Tokens is null),
            new EntryBound<RememberedSession>(mostTokens, static session => session is { Tokens: not null, IsKept: false }));

    /// <summary>How many sessions something is remembered of.</summary>
    public int Count => _sessions.Count;

    public ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken) => new(_sessions.Find(sessionId));

    public ValueTask RememberAsync(string sessionId, SessionTokens tokens, bool isKept, TimeSpan keepFor, CancellationToken cancellationToken) =>
        Write(sessionId, RememberedSession.Of(tokens, isKept), keepFor);

    public ValueTask RefuseAsync(string sessionId, string reason, int generation, TimeSpan keepFor, CancellationToken cancellationToken) =>
        Write(sessionId, RememberedSession.Refused(reason, generation), keepFor);

    public ValueTask EndAsync(string sessionId, string? reason, TimeSpan keepFor, CancellationToken cancellationToken) =>
        Write(sessionId, RememberedSession.Ended(reason), keepFor);

    public ValueTask ReplaceAsync(string sessionId, string bySessionId, TimeSpan keepFor, CancellationToken cancellationToken) =>
        Write(sessionId, RememberedSession.Replaced(bySessionId), keepFor);

    private ValueTask Write(string sessionId, RememberedSession session, TimeSpan keepFor)
    {
        _sessions.Write(sessionId, session, keepFor, session.MayReplace);
        return ValueTask.CompletedTask;
    }
}
