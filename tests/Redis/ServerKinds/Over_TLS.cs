namespace DoOAuth.Redis.Tests.ServerKinds;

public sealed class Over_TLS : ServerKindTests
{
    private protected override async Task StartServersAsync()
    {
        Redis = await StartRedisAsync($"{TestAuthority.TlsOptions("localhost")} --requirepass s3cret");
        Text = $"rediss://default:s3cret@localhost:{Redis.Port}";
    }
}
