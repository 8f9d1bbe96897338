using System.Collections.Concurrent;

namespace DoOAuth;

/// <summary>Values by key, each for a time of its own.</summary>
internal sealed class ExpiringEntries<TValue>(TimeProvider time)
    where TValue : class
{
    // Old entries are swept by whoever writes, at most this often: no timer has to be kept alive for it.
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _nextSweep;

    public TValue? Find(string key) => _entries.TryGetValue(key, out var entry) && entry.Until > time.GetUtcNow() ? entry.Value : null;

    public IReadOnlyList<string> FindKeys(Func<TValue, bool> isMeant)
    {
        var now = time.GetUtcNow();
        return [.. _entries.Where(entry => entry.Value.Until > now && isMeant(entry.Value.Value)).Select(entry => entry.Key)];
    }

    /// <summary>Writes the value where what is there, or null, permits it.</summary>
    /// <returns>Whether it did.</returns>
    public bool Write(string key, TValue value, TimeSpan keepFor, Func<TValue?, bool> permits)
    {
        var now = time.GetUtcNow();
        var made = new Entry(value, now + keepFor);
        while (true)
        {
            var isThere = _entries.TryGetValue(key, out var there);
            if (!permits(isThere && there!.Until > now ? there.Value : null))
            {
                return false;
            }

            if (isThere ? _entries.TryUpdate(key, made, there!) : _entries.TryAdd(key, made))
            {
                Sweep(now);
                return true;
            }
        }
    }

    public void Remove(string key) => _entries.TryRemove(key, out _);

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

    private sealed class Entry(TValue value, DateTimeOffset until)
    {
        public TValue Value { get; } = value;

        public DateTimeOffset Until { get; } = until;
    }
}
