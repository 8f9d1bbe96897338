using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace DoOAuth;

/// <summary>The sessions that this machine has used recently. They continue while Redis is unavailable.</summary>
internal sealed class SeenSessions(TimeProvider time) : IDisposable
{
    /// <summary>How long a session can continue here after its last request.</summary>
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
