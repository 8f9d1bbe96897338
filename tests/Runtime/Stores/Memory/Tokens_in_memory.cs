using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Tests.Stores;

public sealed class Tokens_in_memory : SessionTokenStoreTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    protected override Task<(ISessionTokenStore One, ISessionTokenStore Other)> OpenAsync()
    {
        var store = new MemorySessionTokenStore(_time, new OpenConnections());
        return Task.FromResult<(ISessionTokenStore, ISessionTokenStore)>((store, store));
    }

    protected override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }
}
