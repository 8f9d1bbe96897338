namespace DoOAuth.Redis.Tests.ServerKinds;

public sealed class On_a_server_and_its_replica : ServerKindTests
{
    private protected override async Task StartServersAsync()
    {
        Redis = await StartRedisAsync();
        var replica = await StartRedisAsync($"--port {{port}} --replicaof 127.0.0.1 {Redis.Port}");
        Text = $"127.0.0.1:{Redis.Port},127.0.0.1:{replica.Port}";
    }
}
