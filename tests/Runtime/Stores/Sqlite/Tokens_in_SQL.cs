namespace DoOAuth.Tests.Stores;

public sealed class Tokens_in_SQL : SessionTokenStoreTests, IAsyncLifetime
{
    private readonly SqlMachines _machines = new();

    [Fact]
    public async Task Tokens_lie_nowhere_in_the_file_as_they_are_and_belong_to_one_session()
    {
        var (one, other) = _machines.Open<ISessionTokenStore>();
        var session = RememberedSession.Live("the-access-token", "the-refresh-token", DateTimeOffset.UnixEpoch, TimeSpan.FromHours(1), generation: 1);
        await one.WriteAsync("session", session, TimeSpan.FromMinutes(1), default);
        Assert.Equal(session, await other.FindAsync("session", default));
        Assert.Contains("session", _machines.Dump(), StringComparison.Ordinal);
        Assert.DoesNotContain("-token", _machines.Dump(), StringComparison.Ordinal);

        await _machines.Database.ExecuteAsync("UPDATE remembered SET id = 'another'", default);
        await Assert.ThrowsAsync<SessionStoreException>(() => other.FindAsync("another", default).AsTask());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _machines.DisposeAsync().AsTask();

    protected override Task<(ISessionTokenStore One, ISessionTokenStore Other)> OpenAsync() => Task.FromResult(_machines.Open<ISessionTokenStore>());

    protected override Task PassAsync(TimeSpan time)
    {
        _machines.Time.Advance(time);
        return Task.CompletedTask;
    }
}
