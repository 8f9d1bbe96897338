namespace DoOAuth.Tests.Stores;

public sealed class Lock_in_SQL : SessionLockTests, IAsyncLifetime
{
    private static readonly TimeSpan ALease = TimeSpan.FromSeconds(15);

    private readonly SqlMachines _machines = new();

    [Fact]
    public async Task A_lock_that_a_dead_machine_left_is_taken_over_when_its_lease_is_over()
    {
        var (one, _) = _machines.Open<ISessionLock>();
        await (await one.AcquireAsync("session", default)).DisposeAsync();
        await _machines.Database.ExecuteAsync(
            "INSERT INTO locks (id, owner, until) VALUES ('session', 'dead', @0)", default, (_machines.Time.GetUtcNow() + ALease).ToUnixTimeMilliseconds());
        var waiting = one.AcquireAsync("session", default).AsTask();
        await Task.Delay(300);
        Assert.False(waiting.IsCompleted);
        _machines.Time.Advance(ALease);

        await (await waiting.WaitAsync(TimeSpan.FromSeconds(30))).DisposeAsync();
    }

    [Fact]
    public async Task A_living_holder_keeps_it_for_longer_than_a_lease()
    {
        var (one, other) = _machines.Open<ISessionLock>();
        await using var held = await one.AcquireAsync("session", default);
        for (var passed = TimeSpan.Zero; passed < 2 * ALease; passed += ALease / 5)
        {
            var before = await UntilAsync();
            _machines.Time.Advance(ALease / 5);
            for (var i = 0; i < 300 && await UntilAsync() == before; i++)
            {
                await Task.Delay(20);
            }
        }

        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other.AcquireAsync("session", impatient.Token).AsTask());

        async Task<long> UntilAsync() => Assert.Single(await _machines.Database.ReadAsync("SELECT until FROM locks", row => row.GetInt64(0), default));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _machines.DisposeAsync().AsTask();

    protected override Task<(ISessionLock One, ISessionLock Other)> OpenAsync() => Task.FromResult(_machines.Open<ISessionLock>());
}
