namespace DoOAuth.Redis.Tests.Conformance;

/// <summary>Two machines that share a Redis server, for the tests that every database has to pass.</summary>
internal sealed class TwoMachines : FleetTests
{
    public async Task<(T One, T Other)> OpenAsync<T>()
        where T : notnull
    {
        var machines = await StartMachinesAsync(2);
        await ReadyAsync(machines);
        return (machines[0].Services.GetRequiredKeyedService<T>(DropletDeck.Scheme), machines[1].Services.GetRequiredKeyedService<T>(DropletDeck.Scheme));
    }

    private protected override void Share(DigitalOceanOAuthBuilder builder) => builder.UseRedis(Redis.Configuration).StoreSessionsOnServer();
}
