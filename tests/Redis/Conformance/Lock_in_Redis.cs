using DoOAuth.Tests.Stores;

namespace DoOAuth.Redis.Tests.Conformance;

public sealed class Lock_in_Redis : SessionLockTests, IAsyncLifetime
{
    private readonly TwoMachines _machines = new();

    public Task InitializeAsync() => _machines.InitializeAsync();

    public Task DisposeAsync() => _machines.DisposeAsync();

    protected override Task<(ISessionLock One, ISessionLock Other)> OpenAsync() => _machines.OpenAsync<ISessionLock>();
}
