using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace DoOAuth;

/// <summary>The sessions that this machine has seen of late, with which it goes on while Redis is away.</summary>
internal sealed class SeenSessions(TimeProvider time) : IDisposable
{
    /// <summary>For how long after a request of its own a session goes on here.</summary>
    public static readonly TimeSpan SeenFor = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _seen = new(new MemoryCacheOptions { Clock = new Clock(time) });

    public StoredSession? Find(string sessionId) => _seen.Get<StoredSession>(sessionId);

    public void See(string sessionId, StoredSession session) => _seen.Set(sessionId, session, SeenFor);

    public void Remove(string sessionId) => _seen.Remove(sessionId);

    public void Dispose() => _seen.Dispose();

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
