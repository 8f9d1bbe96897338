using StackExchange.Redis;

namespace DoOAuth.Redis.Tests;

/// <summary>The log says why, with what to do, and never with a secret.</summary>
public sealed class Why_Redis_is_away : FleetTests
{
    private const string Password = "the-right-password";
    private const string Wrong = "Wr0ngSecret";

    private string _text = "";

    private protected override void Share(DigitalOceanOAuthBuilder builder) => builder.UseRedis(_text);

    private protected override Task StartServersAsync() => Task.CompletedTask;

    // The start alone tells it: nobody has to sign in first. Where this machine is slow, the first that is told is that Redis is.
    private async Task AssertToldAsync(string words, int id = 101, int status = 503)
    {
        var machine = await StartMachineAsync();
        await machine.ToldAsync([id, 105], words);
        using var browser = machine.NewBrowser();
        Assert.Equal(status, (await browser.GetAsync("/login")).Status);
        var log = string.Join('\n', machine.Logs.Lines.Select(line => line.All));
        Assert.DoesNotContain(Wrong, log, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, log, StringComparison.Ordinal);
    }

    private async Task<int> StartPortAsync(string options = "--port {port}") => (await StartRedisAsync(options)).Port;

    [Fact]
    public async Task A_password_is_missing()
    {
        _text = $"redis://localhost:{await StartPortAsync($"--port {{port}} --requirepass {Password}")}";
        await AssertToldAsync("none is set. Add it");
    }

    [Theory]
    [InlineData("")]
    [InlineData("default")]
    [InlineData("nobody")]
    public async Task The_user_or_the_password_is_wrong(string user)
    {
        _text = $"redis://{user}:{Wrong}@localhost:{await StartPortAsync($"--port {{port}} --requirepass {Password}")}";
        await AssertToldAsync("rejected the user or the password");
    }

    [Fact]
    public async Task The_certificate_is_not_trusted()
    {
        _text = $"rediss://u:{Wrong}@localhost:{await StartPortAsync(TestAuthority.StrangerTlsOptions("localhost"))}";
        await AssertToldAsync("certificate is not trusted");
    }

    [Fact]
    public async Task The_certificate_is_for_another_name()
    {
        _text = $"rediss://u:{Wrong}@localhost:{await StartPortAsync(TestAuthority.TlsOptions("redis.example.com"))}";
        await AssertToldAsync("certificate is for another host name");
    }

    [Fact]
    public async Task The_server_expects_TLS()
    {
        _text = $"redis://u:{Wrong}@localhost:{await StartPortAsync(TestAuthority.TlsOptions("localhost"))}";
        await AssertToldAsync("Use rediss:// or ssl=true");
    }

    [Fact]
    public async Task The_server_expects_no_TLS()
    {
        _text = $"rediss://u:{Wrong}@localhost:{await StartPortAsync()}";
        await AssertToldAsync("use redis:// or ssl=false");
    }

    [Fact]
    public async Task The_Sentinels_do_not_know_the_master()
    {
        var master = await StartRedisAsync();
        await StartRedisAsync($"--port {{port}} --replicaof 127.0.0.1 {master.Port}");
        var sentinel = EndWithTest(await RedisSentinel.StartAsync(master));
        _text = $"127.0.0.1:{sentinel.Port},serviceName=another";
        await AssertToldAsync("Check serviceName");
    }

    [Theory]
    [InlineData("")]
    [InlineData(",serviceName=decks")]
    public async Task Nobody_listens(string more)
    {
        var server = await StartRedisAsync();
        await server.KillAsync();
        _text = $"127.0.0.1:{server.Port}{more},password={Wrong}";
        await AssertToldAsync("No server listens");
    }

    [Fact]
    public async Task The_name_is_not_found()
    {
        _text = $"rediss://u:{Wrong}@no-such-host.invalid";
        await AssertToldAsync("cannot be resolved");
    }

    [Fact]
    public async Task The_server_is_silent()
    {
        var server = await StartRedisAsync();
        server.Pause();
        _text = $"redis://u:{Wrong}@localhost:{server.Port}";
        await AssertToldAsync("does not respond in time");
    }

    [Fact]
    public async Task What_answers_is_not_Redis()
    {
        _text = $"redis://u:{Wrong}@{Provider.Address.Authority}";
        await AssertToldAsync("does not use Redis's protocol");
    }

    [Fact]
    public async Task There_is_no_such_database()
    {
        _text = $"redis://localhost:{await StartPortAsync()}/99";
        await AssertToldAsync("no database with this number", 106);
    }

    [Theory]
    [InlineData("+@all -echo", 101, 503)]
    [InlineData("+@all -set -setex", 106, 302)]
    [InlineData("+@all -lrange", 106, 503)]
    public async Task The_user_may_not_run_a_command(string rules, int id, int status)
    {
        var server = await StartRedisAsync();
        await server.AdministerAsync(["ACL", "SETUSER", "deck", "on", $">{Password}", "~*", "&*", .. rules.Split(' ')]);
        _text = $"redis://deck:{Password}@localhost:{server.Port}";
        await AssertToldAsync("docs/several-machines.md lists them", id, status);
    }

    [Fact]
    public async Task The_user_may_not_use_these_keys()
    {
        var server = await StartRedisAsync();
        await server.AdministerAsync("ACL", "SETUSER", "deck", "on", $">{Password}", "~Another:*", "&*", "+@all");
        _text = $"redis://deck:{Password}@localhost:{server.Port}";
        await AssertToldAsync("docs/several-machines.md lists them", 106);
    }

    [Theory]
    [InlineData("-eval")]
    [InlineData("-evalsha -eval")]
    [InlineData("-@scripting")]
    public async Task The_user_may_not_run_scripts(string rules)
    {
        var server = await StartRedisAsync();
        await server.AdministerAsync(["ACL", "SETUSER", "deck", "on", $">{Password}", "~*", "&*", "+@all", .. rules.Split(' ')]);
        _text = $"redis://deck:{Password}@localhost:{server.Port}";
        var machine = await StartMachineAsync();
        Assert.Contains("does not run scripts", (await machine.ToldAsync([106])).Message, StringComparison.Ordinal);
        Assert.Equal(302, (await machine.NewBrowser().GetAsync("/login")).Status);
    }

    [Fact]
    public async Task Garnet_runs_no_scripts_unless_it_is_told_to()
    {
        _text = EndWithTest(await GarnetProcess.StartAsync()).Configuration;
        var machine = await StartMachineAsync();
        Assert.Contains("Start Garnet with --lua", (await machine.ToldAsync([106])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_of_the_apps_own_that_misread_an_address_shows_none_of_it()
    {
        var machine = await Machine.StartAsync(Provider, Time, builder => builder.UseRedis(options =>
            options.ConnectionMultiplexerFactory = async _ => await ConnectionMultiplexer.ConnectAsync($"rediss://u:{Wrong}@localhost:6379/3,abortConnect=false")));
        await using (machine)
        {
            Assert.Contains("Pass the address to UseRedis", (await machine.ToldAsync([101])).Message, StringComparison.Ordinal);
            Assert.DoesNotContain(machine.Logs.Lines, line => line.All.Contains(Wrong, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_connection_of_the_apps_own_that_cannot_be_made_shows_nothing_of_where_it_goes()
    {
        var machine = await Machine.StartAsync(Provider, Time, builder => builder.UseRedis(options =>
            options.ConnectionMultiplexerFactory = async _ => await ConnectionMultiplexer.ConnectAsync($"redis://localhost:6379?x={Wrong}")));
        await using (machine)
        {
            Assert.Contains("could not be created", (await machine.ToldAsync([101])).Message, StringComparison.Ordinal);
            Assert.DoesNotContain(machine.Logs.Lines, line => line.All.Contains(Wrong, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Another_reason_later_is_told_too_and_each_once()
    {
        var server = await StartRedisAsync($"--port {{port}} --requirepass {Password}");
        await server.KillAsync();
        _text = $"redis://:{Wrong}@localhost:{server.Port}";
        var machine = await StartMachineAsync();
        Assert.Contains("No server listens", (await machine.ToldAsync([101])).Message, StringComparison.Ordinal);
        await server.StartAgainAsync();
        await machine.ToldAsync([105], "rejected the user");
        await Task.Delay(TimeSpan.FromSeconds(2));

        Assert.Single(machine.Logs.Own, line => line.Id == 101);
        Assert.Single(machine.Logs.Own, line => line.Id == 105 && line.Message.Contains("rejected the user", StringComparison.Ordinal));
    }
}
