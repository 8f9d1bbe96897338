using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;

namespace DoOAuth.Redis.Tests;

/// <summary>Environments and applications that share a Redis server do not affect each other.</summary>
public sealed class Apart_by_default : FleetTests
{
    private const string Session = "0123456789abcdef0123456789abcdef";

    private static readonly SessionTokens Tokens = new("access", "refresh", DateTimeOffset.UtcNow + Hour, Hour, Generation: 1);

    private static ISessionTokenStore StoreOf(Machine machine) => machine.Services.GetRequiredKeyedService<ISessionTokenStore>(DropletDeck.Scheme);

    private async Task<Machine> StartInAsync(string environment) =>
        EndWithTest(await Machine.StartAsync(Provider, Time, Share, environment: environment));

    private static Action<WebApplicationBuilder> As(string clientId) => builder =>
        builder.Configuration.AddInMemoryCollection([new("DigitalOcean:ClientId", clientId)]);

    [Fact]
    public async Task Environments_share_neither_keys_nor_sessions()
    {
        var production = await StartInAsync("Production");
        var staging = await StartInAsync("Staging");
        await ReadyAsync(production, staging);
        using var browser = await SignInAsync(production);
        using var other = await SignInAsync(staging);

        Assert.Equal(401, (await browser.GetAsync(staging.At("/me"))).Status);
        Assert.Equal(401, (await other.GetAsync(production.At("/me"))).Status);
        Assert.Empty(KeysOf(production).Intersect(KeysOf(staging)));
        await StoreOf(production).WriteAsync(Session, RememberedSession.Of(Tokens, isKept: false), Hour, default);
        Assert.Null(await StoreOf(staging).FindAsync(Session, default));
        var names = (await Redis.DumpAsync()).Keys;
        Assert.Contains("DoOAuth:Fleet:Production:keys", names);
        Assert.Contains("DoOAuth:Fleet:Staging:keys", names);
    }

    [Fact]
    public async Task Applications_of_one_name_and_environment_share_keys_and_no_session()
    {
        var (one, another) = (await StartMachineAsync(As("client-one")), await StartMachineAsync(As("client-another")));
        await StoreOf(one).WriteAsync(Session, RememberedSession.Of(Tokens, isKept: false), Hour, default);
        await StoreOf(one).WriteAsync(Session, RememberedSession.Ended(FailureReasons.InvalidGrant), Hour, default);

        Assert.Null(await StoreOf(another).FindAsync(Session, default));
        await StoreOf(another).WriteAsync(Session, RememberedSession.Of(Tokens, isKept: false), Hour, default);
        Assert.Equal(Tokens, (await StoreOf(another).FindAsync(Session, default))?.Tokens);
        Assert.True((await StoreOf(one).FindAsync(Session, default))?.IsEnded);
    }

    [Fact]
    public async Task The_clients_hash_is_in_the_names_of_its_keys()
    {
        var machine = await StartMachineAsync();
        await StoreOf(machine).WriteAsync(Session, RememberedSession.Of(Tokens, isKept: false), Hour, default);

        Assert.Contains($"DoOAuth:Fleet:Production:DropletDeck:{ClientIdHash}:tokens:{Session}", (await Redis.DumpAsync()).Keys);
    }

    private static IEnumerable<Guid> KeysOf(Machine machine) =>
        machine.Services.GetRequiredService<IKeyManager>().GetAllKeys().Select(key => key.KeyId);
}
