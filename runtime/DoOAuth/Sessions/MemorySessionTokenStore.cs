using System.Collections.Concurrent;

namespace DoOAuth;

/// <summary>The store of an app that runs on one machine.</summary>
internal sealed class MemorySessionTokenStore(TimeProvider time) : ISessionTokenStore
{
    // Old entries are swept by whoever writes, at most this often: no timer has to be kept alive for it.
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _nextSweep;

    public ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken) =>
        new(_entries.TryGetValue(sessionId, out var entry) && entry.Until > time.GetUtcNow() ? entry.Session : null);

    public ValueTask RememberAsync(string sessionId, SessionTokens tokens, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        Write(sessionId, new RememberedSession(tokens), keepFor);
        return ValueTask.CompletedTask;
    }

    public ValueTask EndAsync(string sessionId, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        Write(sessionId, new RememberedSession(Tokens: null), keepFor);
        return ValueTask.CompletedTask;
    }

    private void Write(string sessionId, RememberedSession session, TimeSpan keepFor)
    {
        var now = time.GetUtcNow();
        _entries.AddOrUpdate(
            sessionId,
            static (_, made) => made,
            static (_, old, made) => old.Session.IsEnded ? old : made,
            new Entry(session, now + keepFor));
        Sweep(now);
    }

    private void Sweep(DateTimeOffset now)
    {
        var due = Interlocked.Read(ref _nextSweep);
        if (now.UtcTicks < due || Interlocked.CompareExchange(ref _nextSweep, (now + SweepEvery).UtcTicks, due) != due)
        {
            return;
        }

        foreach (var entry in _entries)
        {
            if (entry.Value.Until <= now)
            {
                _entries.TryRemove(entry);
            }
        }
    }

    private sealed record Entry(RememberedSession Session, DateTimeOffset Until);
}
