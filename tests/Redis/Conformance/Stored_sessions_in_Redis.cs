using DoOAuth.Tests.Stores;

namespace DoOAuth.Redis.Tests.Conformance;

public sealed class Stored_sessions_in_Redis : StoredSessionsTests, IAsyncLifetime
{
    private readonly TwoMachines _machines = new();

    public Task InitializeAsync() => _machines.InitializeAsync();

    public Task DisposeAsync() => _machines.DisposeAsync();

    protected override Task<(IStoredSessions One, IStoredSessions Other)> OpenAsync() => _machines.OpenAsync<IStoredSessions>();
}
