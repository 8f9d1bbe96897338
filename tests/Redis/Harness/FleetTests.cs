using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Redis.Tests.Harness;

/// <summary>Tests of machines that share a Redis server, against one provider. Tokens live for an hour, by a clock that the test moves.</summary>
public abstract class FleetTests : IAsyncLifetime
{
    private protected static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private protected static readonly TimeSpan Due = Hour - TimeSpan.FromMinutes(4);

    // Due and past it.
    private protected static readonly TimeSpan Expired = Hour + TimeSpan.FromMinutes(1);

    // The first eight digits of the SHA-256 of ScriptedProvider.ClientId.
    private protected const string ClientIdHash = "c43ee8be";

    private readonly List<Machine> _machines = [];
    private readonly List<IAsyncDisposable> _servers = [];

    private protected RedisServer Redis { get; set; } = null!;

    private protected ScriptedProvider Provider { get; private set; } = null!;

    private protected FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    public async Task InitializeAsync()
    {
        await StartServersAsync();
        Provider = await ScriptedProvider.StartAsync();
        Provider.SpendOnce(Hour);
    }

    public async Task DisposeAsync()
    {
        try
        {
            foreach (var machine in _machines)
            {
                await machine.DisposeAsync();
            }

            await Provider.DisposeAsync();
        }
        finally
        {
            // Processes: they would go on after the tests.
            foreach (var server in Enumerable.Reverse(_servers))
            {
                await server.DisposeAsync();
            }
        }
    }

    private protected virtual void Share(DigitalOceanOAuthBuilder builder) => builder.UseRedis(Redis.Configuration);

    private protected virtual async Task StartServersAsync() => Redis = await StartRedisAsync();

    /// <summary>Starts a server that ends with the test.</summary>
    private protected async Task<RedisServer> StartRedisAsync(string options = "--port {port}") => EndWithTest(await RedisServer.StartAsync(options));

    private protected T EndWithTest<T>(T server)
        where T : IAsyncDisposable
    {
        _servers.Add(server);
        return server;
    }

    private protected async Task<Machine> StartMachineAsync(Action<WebApplicationBuilder>? build = null, Action<WebApplication>? map = null)
    {
        var machine = await Machine.StartAsync(Provider, Time, Share, build, map);
        _machines.Add(machine);
        return machine;
    }

    private protected async Task<Machine[]> StartMachinesAsync(int count)
    {
        var started = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Machine.StartAsync(Provider, Time, Share)));
        _machines.AddRange(started);
        return started;
    }

    /// <summary>Waits for the first connection, which takes its time where others use this machine too.</summary>
    private protected static async Task ReadyAsync(params Machine[] machines)
    {
        foreach (var machine in machines)
        {
            using var browser = machine.NewBrowser();
            await UntilAsync(302, () => browser.GetAsync("/login"));
        }
    }

    private protected static async Task<Browser> SignInAsync(Machine machine)
    {
        await ReadyAsync(machine);
        var browser = machine.NewBrowser();
        var answer = await browser.SignInAsync();
        Assert.True(answer.IsRedirect, $"the sign-in failed: {answer.Status} {answer.Body}");
        return browser;
    }

    /// <summary>Asks until the answer has this status.</summary>
    private protected static async Task<Page> UntilAsync(int status, Func<Task<Page>> ask)
    {
        var began = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var page = await ask();
            if (page.Status == status)
            {
                return page;
            }

            Assert.True(began.Elapsed < TimeSpan.FromSeconds(30), $"still {page.Status} and not {status}: {page.Body}");
            await Task.Delay(100);
        }
    }
}
