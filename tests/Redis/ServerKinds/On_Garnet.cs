using StackExchange.Redis;

namespace DoOAuth.Redis.Tests.ServerKinds;

public sealed class On_Garnet : ServerKindTests
{
    private protected override async Task StartServersAsync()
    {
        var garnet = EndWithTest(await GarnetProcess.StartAsync("--lua"));
        await RunScriptAsync(garnet.Configuration);
        Text = garnet.Configuration;
    }

    // A new Garnet's first script can take longer than a sign-in waits, if other programs use the machine too.
    private static async Task RunScriptAsync(string configuration)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"{configuration},connectTimeout=60000,asyncTimeout=60000");
        await connection.GetDatabase().ScriptEvaluateAsync("return redis.call('SET', KEYS[1], ARGV[1])", [new RedisKey("first")], [new RedisValue("script")]);
    }
}
