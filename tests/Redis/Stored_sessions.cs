namespace DoOAuth.Redis.Tests;

/// <summary>Whole sessions in Redis: the cookie is a reference that every machine can follow, and a user is signed out everywhere.</summary>
public sealed class Stored_sessions : FleetTests
{
    private protected override void Share(DigitalOceanOAuthBuilder builder) => builder.UseRedis(Redis.Configuration).StoreSessionsOnServer();

    [Fact]
    public async Task The_cookie_is_a_reference_that_every_machine_follows()
    {
        var machines = await StartMachinesAsync(2);
        using var browser = await SignInAsync(machines[0]);

        Assert.Equal(200, (await browser.GetAsync(machines[1].At("/call"))).Status);
        Assert.True(browser.SessionCookie()!.Value.Length < 512);
        var dump = await Redis.DumpAsync();
        Assert.Single(dump.Keys, key => key.Contains(":session:", StringComparison.Ordinal));
        Assert.All(Provider.Secrets, secret => Assert.DoesNotContain(dump, entry => entry.Value.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_refresh_at_one_machine_is_seen_at_the_other_long_after_its_result_is_forgotten()
    {
        var machines = await StartMachinesAsync(2);
        using var browser = await SignInAsync(machines[0]);
        Time.Advance(Expired);
        var fresh = (string?)(await browser.GetAsync(machines[0].At("/call"))).Json["bearer"];
        foreach (var key in (await Redis.DumpAsync()).Keys.Where(key => key.Contains(":tokens:", StringComparison.Ordinal)))
        {
            await ForgetAsync(key);
        }

        Assert.Equal(fresh, (string?)(await browser.GetAsync(machines[1].At("/call"))).Json["bearer"]);
        Assert.Single(Provider.Refreshes);
    }

    [Fact]
    public async Task Signing_a_user_out_everywhere_ends_the_sessions_of_every_browser_at_every_machine()
    {
        var machines = await StartMachinesAsync(2);
        var browsers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => SignInAsync(machines[i % 2])));
        using var late = browsers[0].Copy();
        var ended = await machines[1].Services.GetRequiredService<DigitalOceanSessions>().SignOutEverywhereAsync("user-1");

        Assert.Equal(4, ended);
        foreach (var machine in machines)
        {
            foreach (var browser in browsers)
            {
                Assert.Equal(401, (await browser.GetAsync(machine.At("/me"))).Status);
            }
        }

        Assert.Equal(401, (await late.GetAsync(machines[0].At("/me"))).Status);
        Assert.DoesNotContain((await Redis.DumpAsync()).Keys, key => key.Contains(":session:", StringComparison.Ordinal) || key.Contains(":user:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_Redis_is_away_sessions_that_the_machine_has_seen_of_late_go_on_and_others_stay()
    {
        var machines = await StartMachinesAsync(2);
        using var browser = await SignInAsync(machines[0]);
        Assert.Equal(200, (await browser.GetAsync(machines[0].At("/me"))).Status);
        await Redis.KillAsync();

        Assert.Equal(200, (await browser.GetAsync(machines[0].At("/call"))).Status);
        var elsewhere = await browser.GetAsync(machines[1].At("/call"));
        Assert.Equal(503, elsewhere.Status);
        Assert.Equal(FailureReasons.StoreUnreachable, elsewhere.Reason);
        Assert.NotNull(browser.SessionCookie());

        await Redis.StartAgainAsync();
        await UntilAsync(200, () => browser.GetAsync(machines[1].At("/call")));
    }

    [Fact]
    public async Task A_sign_in_while_Redis_is_away_is_told_to_come_back()
    {
        var machine = await StartMachineAsync();
        using var browser = machine.NewBrowser();
        var callback = await browser.ReachCallbackAsync();
        await Redis.KillAsync();
        var answer = await browser.GetAsync(callback.AbsoluteUri);

        Assert.Equal(503, answer.Status);
        Assert.Equal(FailureReasons.StoreUnreachable, answer.Reason);
        Assert.Null(browser.SessionCookie());
    }

    [Fact]
    public async Task A_refresh_while_Redis_dies_is_written_into_the_session_when_it_is_back()
    {
        var machines = await StartMachinesAsync(2);
        using var browser = await SignInAsync(machines[0]);
        Assert.Equal(200, (await browser.GetAsync(machines[0].At("/me"))).Status);
        var usual = Provider.Token;
        Provider.Token = async (context, request) =>
        {
            Provider.Token = usual;
            await Redis.KillAsync();
            await usual(context, request);
        };
        Time.Advance(Expired);
        var fresh = await browser.GetAsync(machines[0].At("/call"));
        Assert.Equal(200, fresh.Status);
        await Redis.StartAgainAsync();

        var after = await UntilAsync(200, () => browser.GetAsync(machines[1].At("/call")));
        Assert.Equal((string?)fresh.Json["bearer"], (string?)after.Json["bearer"]);
        Assert.Single(Provider.Refreshes);
    }

    private async Task ForgetAsync(string key)
    {
        await using var connection = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(Redis.Configuration);
        Assert.True(await connection.GetDatabase().KeyDeleteAsync(key));
    }
}
