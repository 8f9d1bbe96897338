namespace DoOAuth.Redis.Tests.ServerKinds;

public sealed class On_Garnet : ServerKindTests
{
    private protected override async Task StartServersAsync() =>
        Text = EndWithTest(await GarnetProcess.StartAsync("--lua")).Configuration;
}
