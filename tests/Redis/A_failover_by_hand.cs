using System.Diagnostics;
using Xunit.Abstractions;

namespace DoOAuth.Redis.Tests;

/// <summary>Two servers without Sentinel: the master dies or gives up its role, somebody promotes the replica, and the app continues with it.</summary>
public sealed class A_failover_by_hand(ITestOutputHelper output) : FleetTests
{
    // docs/several-machines.md: a second, and what a busy machine takes.
    private static readonly TimeSpan Stated = TimeSpan.FromSeconds(1) + TimeSpan.FromSeconds(3);

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
        await ReadyAsync(machine);
        using var browser = await SignInAsync(machine);
        await _replica.CatchUpAsync(Redis);
        await Redis.KillAsync();
        Time.Advance(Expired);
        await UntilAsync(503, () => browser.GetAsync("/call"));

        // Long enough for a PING to be answered by the replica several times: it cannot be the master again.
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
        await ReadyAsync(machine);
        using var browser = await SignInAsync(machine);
        await _replica.CatchUpAsync(Redis);
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
        await machine.ToldAsync([101, 105], "Only a replica can be reached");
        using var browser = machine.NewBrowser();
        Assert.Equal(503, (await browser.GetAsync("/login")).Status);
    }

    private async Task AssertFoundAsync(Machine machine, Browser browser)
    {
        // A sign-in writes the session. One that needs no refresh: those wait a while longer, by design.
        var began = Stopwatch.StartNew();
        using var another = machine.NewBrowser();
        await UntilAsync(200, async () =>
        {
            await another.FollowAsync("/login?returnUrl=/me");
            return await another.GetAsync("/me");
        });
        var found = began.Elapsed;
        output.WriteLine($"Figures: users can sign in again {found.TotalSeconds:0.0} s after the replica was promoted");
        Assert.True(found < Stated, $"it took {found}");

        Assert.Equal(200, (await UntilAsync(200, () => browser.GetAsync("/call"))).Status);
        Assert.Single(Provider.Refreshes);
        Assert.Single(machine.Logs.Own, line => line.Id == 101);
        Assert.Single(machine.Logs.Own, line => line.Id == 102);
    }
}
