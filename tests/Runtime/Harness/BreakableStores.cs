namespace DoOAuth.Tests.Harness;

/// <summary>The stores of one machine, which a test makes unavailable and available again, as a network does with stores that machines share.</summary>
internal sealed class BreakableStores(TimeProvider time) : ISessionLock, ISessionTokenStore, IStoredSessions
{
    private readonly MemorySessionLock _lock = new();
    private readonly MemorySessionTokenStore _tokens = new(time, new OpenConnections());
    private readonly MemoryStoredSessions _stored = new(time);
    private int _locks;

    /// <summary>Nothing can be reached.</summary>
    public bool IsAway { get; set; }

    /// <summary>How often somebody took a session's lock, or waited for it.</summary>
    public int Locks => Volatile.Read(ref _locks);

    /// <summary>Whatever is read can be, and nothing be written.</summary>
    public bool RefusesWrites { get; set; }

    public static void AddTo(DigitalOceanOAuthBuilder builder)
    {
        var scheme = builder.Application.Scheme;
        builder.Services.AddSingleton<BreakableStores>();
        builder.Services.AddKeyedSingleton<ISessionLock>(scheme, (provider, _) => provider.GetRequiredService<BreakableStores>());
        builder.Services.AddKeyedSingleton<ISessionTokenStore>(scheme, (provider, _) => provider.GetRequiredService<BreakableStores>());
        builder.Services.AddKeyedSingleton<IStoredSessions>(scheme, (provider, _) => provider.GetRequiredService<BreakableStores>());
    }

    public static BreakableStores Of(TestApp app) => app.Services.GetRequiredService<BreakableStores>();

    public ValueTask<IAsyncDisposable> AcquireAsync(string sessionId, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _locks);
        return Reached(_lock).AcquireAsync(sessionId, cancellationToken);
    }

    public ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken) =>
        Reached(_tokens).FindAsync(sessionId, cancellationToken);

    public ValueTask WriteAsync(string sessionId, RememberedSession session, TimeSpan keepFor, CancellationToken cancellationToken) =>
        Written(_tokens).WriteAsync(sessionId, session, keepFor, cancellationToken);

    public ValueTask AddAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken) =>
        Written(_stored).AddAsync(sessionId, session, keepFor, cancellationToken);

    public ValueTask<bool> ReplaceAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken) =>
        Written(_stored).ReplaceAsync(sessionId, session, keepFor, cancellationToken);

    ValueTask<StoredSession?> IStoredSessions.FindAsync(string sessionId, CancellationToken cancellationToken) =>
        Reached(_stored).FindAsync(sessionId, cancellationToken);

    public ValueTask RemoveAsync(string sessionId, CancellationToken cancellationToken) => Written(_stored).RemoveAsync(sessionId, cancellationToken);

    public ValueTask<IReadOnlyList<string>> FindAllOfAsync(string userUuid, CancellationToken cancellationToken) =>
        Reached(_stored).FindAllOfAsync(userUuid, cancellationToken);

    private T Reached<T>(T store) => IsAway ? throw new SessionStoreException("The store is unavailable.") : store;

    private T Written<T>(T store) => IsAway || RefusesWrites ? throw new SessionStoreException("The store cannot be written to.") : store;
}
