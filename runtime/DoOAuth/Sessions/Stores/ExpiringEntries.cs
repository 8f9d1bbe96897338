using System.Collections.Concurrent;

namespace DoOAuth;

/// <summary>Values by key, each with its own expiration.</summary>
/// <param name="time">The clock.</param>
/// <param name="isHeld">Whether a key's value must be kept, regardless of its expiration and the bounds.</param>
/// <param name="bounds">The maximum number of values of each kind.</param>
internal sealed class ExpiringEntries<TValue>(TimeProvider time, Func<string, bool>? isHeld = null, params EntryBound<TValue>[] bounds)
    where TValue : class
{
    // Writes remove old entries, at most this often, so that no timer is necessary.
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    // One in this many writes checks whether a bound is exceeded. If so, this share is forgotten at once, so that not every write has to do it.
    private const int Share = 16;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly int _checkEvery = bounds.Length == 0 ? 0 : Math.Max(1, bounds.Min(bound => bound.Most) / Share);
    private long _nextSweep;
    private int _writes;

    public int Count => _entries.Count;

    public TValue? Find(string key) => _entries.TryGetValue(key, out var entry) && Lives(key, entry, time.GetUtcNow()) ? entry.Value : null;

    public IReadOnlyList<string> FindKeys(Func<TValue, bool> isMeant)
    {
        var now = time.GetUtcNow();
        return [.. _entries.Where(entry => Lives(entry.Key, entry.Value, now) && isMeant(entry.Value.Value)).Select(entry => entry.Key)];
    }

    /// <summary>Writes the value if the current value, or null, permits it.</summary>
    /// <returns>Whether the value was written.</returns>
    public bool Write(string key, TValue value, TimeSpan keepFor, Func<TValue?, bool> permits)
    {
        var now = time.GetUtcNow();
        var made = new Entry(value, now + keepFor);
        while (true)
        {
            var isThere = _entries.TryGetValue(key, out var there);
            if (!permits(isThere && Lives(key, there!, now) ? there!.Value : null))
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

    private bool Lives(string key, Entry entry, DateTimeOffset now) => entry.Until > now || isHeld?.Invoke(key) == true;

    private void Sweep(DateTimeOffset now)
    {
        var due = Interlocked.Read(ref _nextSweep);
        if (now.UtcTicks >= due && Interlocked.CompareExchange(ref _nextSweep, (now + SweepEvery).UtcTicks, due) == due)
        {
            foreach (var entry in _entries)
            {
                if (!Lives(entry.Key, entry.Value, now))
                {
                    _entries.TryRemove(entry);
                }
            }
        }

        if (_checkEvery > 0 && Interlocked.Increment(ref _writes) % _checkEvery == 0)
        {
            Array.ForEach(bounds, Keep);
        }
    }

    private void Keep(EntryBound<TValue> bound)
    {
        if (_entries.Count <= bound.Most)
        {
            return;
        }

        var ofKind = _entries.Where(entry => bound.Counts(entry.Value.Value)).ToArray();
        if (ofKind.Length <= bound.Most)
        {
            return;
        }

        var tooMany = ofKind.Length - bound.Most + (bound.Most / Share);
        foreach (var entry in ofKind.Where(entry => isHeld?.Invoke(entry.Key) != true).OrderBy(entry => entry.Value.Until).Take(tooMany))
        {
            _entries.TryRemove(entry);
        }
    }

    private sealed class Entry(TValue value, DateTimeOffset until)
    {
        public TValue Value { get; } = value;

        public DateTimeOffset Until { get; } = until;
    }
}
