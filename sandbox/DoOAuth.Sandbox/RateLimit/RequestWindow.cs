namespace DoOAuth.Sandbox.RateLimit;

/// <summary>The requests of one token in the last hour. It keeps only as many as the limit, because older ones do not change the counts.</summary>
internal sealed class RequestWindow(SandboxRateLimit limit)
{
    private static readonly long Hour = TimeSpan.FromHours(1).Ticks;
    private static readonly long Minute = TimeSpan.FromMinutes(1).Ticks;

    private readonly Lock _lock = new();
    private readonly Queue<long> _hour = new();
    private readonly Queue<long> _minute = new();

    /// <summary>Counts a request, unless the limit is enforced and reached.</summary>
    /// <param name="now">The time of the request, in ticks.</param>
    /// <param name="isEnforced">Whether the limit is enforced.</param>
    public RequestCount Count(long now, bool isEnforced)
    {
        lock (_lock)
        {
            Expire(_hour, now - Hour, limit.PerHour, isEnforced);
            Expire(_minute, now - Minute, limit.PerMinute, isEnforced);
            var hourIsFull = _hour.Count >= limit.PerHour;
            var minuteIsFull = _minute.Count >= limit.PerMinute;
            if (hourIsFull || minuteIsFull)
            {
                var free = Math.Max(hourIsFull ? _hour.Peek() + Hour : 0, minuteIsFull ? _minute.Peek() + Minute : 0);
                return new RequestCount(0, Reset(now), TimeSpan.FromTicks(free - now));
            }

            _hour.Enqueue(now);
            _minute.Enqueue(now);

            // A client that reads 0 waits for an hour, so an unlimited one never reads it.
            return new RequestCount(Math.Max(limit.PerHour - _hour.Count, isEnforced ? 0 : 1), Reset(now), Wait: null);
        }
    }

    // Without enforcement there is always a place for the request, so the oldest leaves early.
    private static void Expire(Queue<long> requests, long until, int capacity, bool isEnforced)
    {
        while (requests.TryPeek(out var oldest) && (oldest <= until || (!isEnforced && requests.Count >= capacity)))
        {
            requests.Dequeue();
        }
    }

    private long Reset(long now) => (_hour.TryPeek(out var oldest) ? oldest : now) + Hour;
}
