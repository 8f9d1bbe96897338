namespace DoOAuth.Redis.Tests.ServerKinds;

public sealed class On_a_single_server : ServerKindTests
{
    private protected override async Task StartServersAsync()
    {
        Redis = await StartRedisAsync("--port {port} --requirepass s3cret@/#?%");
        Text = $"redis://:s3cret%40%2F%23%3F%25@localhost:{Redis.Port}/3";
    }
}
