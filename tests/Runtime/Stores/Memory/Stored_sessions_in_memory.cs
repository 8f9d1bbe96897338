using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Tests.Stores;

public sealed class Stored_sessions_in_memory : StoredSessionsTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    protected override Task<(IStoredSessions One, IStoredSessions Other)> OpenAsync()
    {
        var sessions = new MemoryStoredSessions(_time);
        return Task.FromResult<(IStoredSessions, IStoredSessions)>((sessions, sessions));
    }

    protected override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }
}
