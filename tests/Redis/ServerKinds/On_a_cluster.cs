namespace DoOAuth.Redis.Tests.ServerKinds;

public sealed class On_a_cluster : ServerKindTests
{
    private RedisServer[] _servers = [];

    private protected override async Task StartServersAsync()
    {
        _servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartRedisAsync("--port {port} --cluster-enabled yes --cluster-node-timeout 2000")));
        Redis = _servers[0];
        await Redis.AdministerAsync(
            ["--cluster", "create", .. _servers.Select(server => server.Configuration), "--cluster-replicas", "0", "--cluster-yes"]);
        foreach (var server in _servers)
        {
            while (!(await server.AdministerAsync("CLUSTER", "INFO")).Contains("cluster_state:ok", StringComparison.Ordinal))
            {
                await Task.Delay(50);
            }
        }

        Text = string.Join(',', _servers.Select(server => server.Configuration));
    }

    // Keys on one server alone would prove nothing of those that lie apart.
    private protected override async Task AfterAsync(Machine[] machines)
    {
        for (var i = 0; i < 12; i++)
        {
            using var browser = await SignInAsync(machines[i % 2]);
            Time.Advance(Expired);
            Assert.Equal(200, (await browser.GetAsync(machines[i % 2].At("/call"))).Status);
        }

        foreach (var server in _servers)
        {
            Assert.Contains(":tokens:", await server.AdministerAsync("KEYS", "*"), StringComparison.Ordinal);
        }
    }
}
