namespace DoOAuth;

/// <summary>
/// Delays further attempts to refresh a session after a temporary failure: by a second, doubling up to half a minute. A provider with problems does
/// not get a refresh request for every request that arrives.
/// </summary>
internal sealed class RefreshPause(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // Failures with a longer time between them are unrelated.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private readonly ExpiringEntries<Pause> _pauses = new(time);

    /// <summary>The time until the session's next attempt; null if it can be made now.</summary>
    public TimeSpan? Left(string sessionId)
    {
        var now = time.GetUtcNow();
        return _pauses.Find(sessionId) is { } pause && pause.Until > now ? pause.Until - now : null;
    }

    /// <summary>Records a failed attempt.</summary>
    /// <returns>The time until the next attempt.</returns>
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
