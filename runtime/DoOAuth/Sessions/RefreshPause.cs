namespace DoOAuth;

/// <summary>
/// Spaces out the attempts to refresh a session that failed for a passing reason: a second, doubling to half a minute. A provider in trouble
/// is not asked once for every request that arrives.
/// </summary>
internal sealed class RefreshPause(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // Failures further apart than this have nothing to do with each other.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private readonly ExpiringEntries<Pause> _pauses = new(time);

    /// <summary>How long it is until the session's next attempt; null where it may be made now.</summary>
    public TimeSpan? Left(string sessionId)
    {
        var now = time.GetUtcNow();
        return _pauses.Find(sessionId) is { } pause && pause.Until > now ? pause.Until - now : null;
    }

    /// <summary>Notes a failed attempt.</summary>
    /// <returns>How long it is until the next.</returns>
    public TimeSpan Begin(string sessionId)
    {
        var length = _pauses.Find(sessionId) is { } before ? before.Length * 2 : First;
        length = length < Longest ? length : Longest;
        _pauses.Write(sessionId, new Pause(length, time.GetUtcNow() + length), length + Remembered, static _ => true);
        return length;
    }

    public void End(string sessionId) => _pauses.Remove(sessionId);

    private sealed record Pause(TimeSpan Length, DateTimeOffset Until);
}
