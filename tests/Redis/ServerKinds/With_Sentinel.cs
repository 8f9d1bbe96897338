namespace DoOAuth.Redis.Tests.ServerKinds;

public sealed class With_Sentinel : ServerKindTests
{
    private RedisServer _replica = null!;

    private protected override async Task StartServersAsync()
    {
        Redis = await StartRedisAsync();
        _replica = await StartRedisAsync($"--port {{port}} --replicaof 127.0.0.1 {Redis.Port} --repl-diskless-sync-delay 0");
        var sentinel = EndWithTest(await RedisSentinel.StartAsync(Redis));
        Text = $"127.0.0.1:{sentinel.Port},serviceName={RedisSentinel.Master}";
    }

    private protected override async Task AfterAsync(Machine[] machines)
    {
        using var browser = await SignInAsync(machines[0]);

        await _replica.CatchUpAsync(Redis);
        await Redis.KillAsync();
        Time.Advance(Expired);
        await UntilAsync(200, () => browser.GetAsync(machines[0].At("/call")));
        await UntilAsync(200, () => browser.GetAsync(machines[1].At("/call")));
    }
}
