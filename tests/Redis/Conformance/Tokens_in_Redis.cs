using DoOAuth.Tests.Stores;

namespace DoOAuth.Redis.Tests.Conformance;

public sealed class Tokens_in_Redis : SessionTokenStoreTests, IAsyncLifetime
{
    private readonly TwoMachines _machines = new();

    public Task InitializeAsync() => _machines.InitializeAsync();

    public Task DisposeAsync() => _machines.DisposeAsync();

    protected override Task<(ISessionTokenStore One, ISessionTokenStore Other)> OpenAsync() => _machines.OpenAsync<ISessionTokenStore>();
}
