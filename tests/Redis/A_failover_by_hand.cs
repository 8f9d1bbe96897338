using System.Diagnostics;
using Xunit.Abstractions;

namespace DoOAuth.Redis.Tests;

/// <summary>Two servers without Sentinel: the master dies or hands over, somebody promotes the replica, and the app goes on with it.</summary>
public sealed class A_failover_by_hand(ITestOutputHelper output) : FleetTests
{
    // docs/several-machines.md: a second, and what a busy machine takes.
    private static readonly TimeSpan Stated = TimeSpan.FromSeconds(1) + TimeSpan.FromSeconds(4);

    private RedisServer _replica = null!;

    private protected override async Task StartServersAsync()
    {
        Redis = await StartRedisAsync();
        _replica = await StartRedisAsync($"--port {{port}} --replicaof 127.0.0.1 {Redis.Port}");
        while (!(await _replica.AdministerAsync("INFO", "replication")).Contains("master_link_status:up", StringComparison.Ordinal))
        {
            await Task.Delay(50);
        }
    }

    private protected override void Share(DigitalOceanOAuthBuilder builder) =>
        builder.UseRedis($"127.0.0.1:{Redis.Port},127.0.0.1:{_replica.Port}").StoreSessionsOnServer();

    [Fact]
    public async Task The_master_dies_and_the_replica_takes_its_place()
    {
        var machine = await StartMachineAsync();
        using var browser = await SignInAsync(machine);
        Assert.Equal("1", (await Redis.AdministerAsync("WAIT", "1", "5000")).Trim());
        await Redis.KillAsync();
        Time.Advance(Expired);
        await UntilAsync(503, () => browser.GetAsync("/call"));

        // Long enough for a PING to be answered by the replica several times: that is no way back.
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Equal(503, (await browser.GetAsync("/call")).Status);
        Assert.DoesNotContain(machine.Logs.Own, line => line.Id == 102);

        await _replica.AdministerAsync("REPLICAOF", "NO", "ONE");
        await AssertFoundAsync(machine, browser);
    }

    [Fact]
    public async Task The_two_exchange_their_roles()
    {
        var machine = await StartMachineAsync();
        using var browser = await SignInAsync(machine);
        Assert.Equal("1", (await Redis.AdministerAsync("WAIT", "1", "5000")).Trim());
        await _replica.AdministerAsync("REPLICAOF", "NO", "ONE");
        await Redis.AdministerAsync("REPLICAOF", "127.0.0.1", $"{_replica.Port}");
        Time.Advance(Expired);
        await AssertFoundAsync(machine, browser);
        Assert.DoesNotContain(machine.Logs.Own, line => line.Id == 106);
    }

    [Fact]
    public async Task While_nobody_is_master_the_log_says_so()
    {
        await Redis.KillAsync();
        var machine = await StartMachineAsync();
        await machine.ToldAsync(101);
        using var browser = machine.NewBrowser();
        Assert.Equal(503, (await browser.GetAsync("/login")).Status);

        Assert.Contains("Only a replica can be reached", string.Join('\n', machine.Logs.Own.Select(line => line.Message)), StringComparison.Ordinal);
    }

    private async Task AssertFoundAsync(Machine machine, Browser browser)
    {
        var began = Stopwatch.StartNew();
        while (true)
        {
            // What needs no refresh.
            using var stranger = machine.NewBrowser();
            if ((await stranger.GetAsync("/login")).Status == 302 && (await browser.GetAsync("/me")).Status is var status && status != 503)
            {
                Assert.Equal(200, status);
                break;
            }

            Assert.True(began.Elapsed < TimeSpan.FromSeconds(30), "still 503");
            await Task.Delay(20);
        }

        output.WriteLine($"Figures: the new master was found {began.Elapsed.TotalSeconds:0.0} s after it was promoted");
        Assert.True(began.Elapsed < Stated + SharedRedis.SettlingTime, $"it took {began.Elapsed}");
        Assert.Equal(200, (await UntilAsync(200, () => browser.GetAsync("/call"))).Status);
        Assert.Single(machine.Logs.Own, line => line.Id == 101);
        Assert.Single(machine.Logs.Own, line => line.Id == 102);
    }
}
