namespace DoOAuth.Tests.Stores;

public sealed class Stored_sessions_in_SQL : StoredSessionsTests, IAsyncLifetime
{
    private readonly SqlMachines _machines = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _machines.DisposeAsync().AsTask();

    protected override Task<(IStoredSessions One, IStoredSessions Other)> OpenAsync() => Task.FromResult(_machines.Open<IStoredSessions>());

    protected override Task PassAsync(TimeSpan time)
    {
        _machines.Time.Advance(time);
        return Task.CompletedTask;
    }
}
