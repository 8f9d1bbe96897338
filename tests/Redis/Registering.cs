using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace DoOAuth.Redis.Tests;

/// <summary>The one call, and what can be said in it.</summary>
public sealed class Registering : FleetTests
{
    private Action<DigitalOceanOAuthBuilder>? _share;

    private protected override void Share(DigitalOceanOAuthBuilder builder)
    {
        if (_share is null)
        {
            base.Share(builder);
        }
        else
        {
            _share(builder);
        }
    }

    [Fact]
    public async Task Without_a_server_the_error_says_how_to_name_one()
    {
        _share = builder => builder.UseRedis(_ => { });
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => StartMachineAsync());

        Assert.Contains("UseRedis(\"localhost:6379\")", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("ssl=true")]
    public async Task A_configuration_that_names_nothing_is_refused(string configuration)
    {
        _share = builder => builder.UseRedis(configuration);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => StartMachineAsync());
    }

    [Fact]
    public async Task An_app_can_lend_its_own_connection_and_keeps_it()
    {
        var lent = ConnectAsync();
        _share = builder => builder.UseRedis(options => options.ConnectionMultiplexerFactory = _ => lent);
        var machine = await Machine.StartAsync(Provider, Time, Share);
        await using (machine)
        {
            using var browser = await SignInAsync(machine);
            Time.Advance(Expired);
            Assert.Equal(200, (await browser.GetAsync("/call")).Status);
        }

        var own = await lent;
        Assert.True(own.IsConnected);
        Assert.NotEmpty(await Redis.DumpAsync());
        await own.DisposeAsync();
    }

    [Fact]
    public async Task A_connection_that_cannot_be_made_at_first_is_asked_for_again()
    {
        var failures = 2;
        _share = builder => builder.UseRedis(options => options.ConnectionMultiplexerFactory = async _ =>
            Interlocked.Decrement(ref failures) >= 0
                ? throw new InvalidOperationException("not yet")
                : await ConnectAsync());
        var machine = await StartMachineAsync();
        using var browser = machine.NewBrowser();
        await UntilAsync(302, () => browser.GetAsync("/login"));

        Assert.True(failures < 0);
    }

    [Fact]
    public async Task Every_key_begins_with_the_prefix()
    {
        _share = builder => builder.UseRedis(options =>
        {
            options.ConfigurationOptions = ConfigurationOptions.Parse(Redis.Configuration);
            options.KeyPrefix = "acme:";
        }).StoreSessionsOnServer();
        var machine = await StartMachineAsync();
        using var browser = await SignInAsync(machine);
        Time.Advance(Expired);
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
        var keys = (await Redis.DumpAsync()).Keys;

        Assert.All(keys, key => Assert.StartsWith("acme:", key, StringComparison.Ordinal));
        Assert.Contains("acme:keys", keys);
        Assert.Contains(keys, key => key.StartsWith($"acme:DropletDeck:{ClientIdHash}:user:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_that_the_app_keeps_elsewhere_stay_there()
    {
        _share = builder => builder.UseRedis(options =>
        {
            options.ConfigurationOptions = ConfigurationOptions.Parse(Redis.Configuration);
            options.ShareDataProtectionKeys = false;
        });
        var machine = await StartMachineAsync(builder => builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()));
        using var browser = await SignInAsync(machine);

        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
        Assert.DoesNotContain((await Redis.DumpAsync()).Keys, key => key.EndsWith(":keys", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_app_is_named_by_its_assembly_unless_it_names_itself()
    {
        var machine = await StartMachineAsync();
        Assert.Equal("Fleet", machine.Services.GetRequiredService<IOptions<DataProtectionOptions>>().Value.ApplicationDiscriminator);

        var named = await StartMachineAsync(builder => builder.Services.AddDataProtection().SetApplicationName("acme"));
        Assert.Equal("acme", named.Services.GetRequiredService<IOptions<DataProtectionOptions>>().Value.ApplicationDiscriminator);
    }

    [Fact]
    public async Task Each_of_several_applications_has_its_own_place()
    {
        const string Session = "0123456789abcdef0123456789abcdef";
        var tokens = new SessionTokens("access", "refresh", DateTimeOffset.UtcNow, Hour, Generation: 1);
        var machine = await StartMachineAsync(
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(Provider.ConfigurationFor("Admin"));
                builder.AddAdminDeck().UseRedis(Redis.Configuration);
            },
            app => app.MapAdminDeck());
        await machine.Services.GetRequiredKeyedService<ISessionTokenStore>(AdminDeck.Scheme).WriteAsync(Session, RememberedSession.Of(tokens, isKept: false), Hour, default);

        Assert.Null(await machine.Services.GetRequiredKeyedService<ISessionTokenStore>(DropletDeck.Scheme).FindAsync(Session, default));
        Assert.Contains((await Redis.DumpAsync()).Keys, key => key.EndsWith($":{AdminDeck.Scheme}:{ClientIdHash}:tokens:{Session}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_stored_sessions_a_sign_out_everywhere_says_what_is_missing()
    {
        var machine = await StartMachineAsync();
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => machine.Services.GetRequiredService<DigitalOceanSessions>().SignOutEverywhereAsync("user-1"));

        Assert.Contains("StoreSessionsOnServer()", thrown.Message, StringComparison.Ordinal);
    }

    private async Task<IConnectionMultiplexer> ConnectAsync() => await ConnectionMultiplexer.ConnectAsync(Redis.Configuration);
}
