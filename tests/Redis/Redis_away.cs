using System.Diagnostics;

namespace DoOAuth.Redis.Tests;

/// <summary>Redis killed, or alive and silent: what needs no refresh goes on, what does fails clearly and soon, and nobody is signed out.</summary>
public sealed class Redis_away : FleetTests
{
    // A command that gets no answer takes two seconds; the rest is this machine's, which others use too.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(6);

    private async Task AwayAsync(string how)
    {
        if (how == "killed")
        {
            await Redis.KillAsync();
        }
        else
        {
            Redis.Pause();
        }
    }

    private async Task BackAsync(string how)
    {
        if (how == "killed")
        {
            await Redis.StartAgainAsync();
        }
        else
        {
            Redis.Resume();
        }
    }

    private static async Task<Page> TimedAsync(Func<Task<Page>> ask)
    {
        var began = Stopwatch.StartNew();
        var page = await ask();
        Assert.True(began.Elapsed < Soon, $"it took {began.Elapsed} to answer {page.Status}");
        return page;
    }

    [Theory]
    [InlineData("killed")]
    [InlineData("silent")]
    public async Task Requests_that_need_no_refresh_go_on_and_those_that_do_wait_for_it_to_come_back(string how)
    {
        var machines = await StartMachinesAsync(2);
        using var browser = await SignInAsync(machines[0]);
        Assert.Equal(200, (await browser.GetAsync(machines[1].At("/call"))).Status);
        await AwayAsync(how);

        foreach (var machine in machines)
        {
            Assert.Equal(200, (await TimedAsync(() => browser.GetAsync(machine.At("/call")))).Status);
            Assert.Equal(200, (await TimedAsync(() => browser.GetAsync(machine.At("/me")))).Status);
        }

        // Due, and still alive: the old token goes on.
        Time.Advance(Due);
        Assert.Equal(200, (await TimedAsync(() => browser.GetAsync(machines[0].At("/call")))).Status);

        Time.Advance(Expired);
        foreach (var machine in machines)
        {
            var answer = await TimedAsync(() => browser.GetAsync(machine.At("/call")));
            Assert.Equal(503, answer.Status);
            Assert.Equal(FailureReasons.StoreUnreachable, answer.Reason);
            Assert.NotNull(answer.Header("Retry-After"));
            Assert.NotNull(browser.SessionCookie());
        }

        Assert.Empty(Provider.Refreshes);
        await BackAsync(how);
        foreach (var machine in machines)
        {
            await UntilAsync(200, () => browser.GetAsync(machine.At("/call")));
        }

        Assert.Single(Provider.Refreshes);
    }

    [Fact]
    public async Task While_it_is_known_to_be_away_nobody_waits_for_it()
    {
        var machine = await StartMachineAsync();
        using var browser = await SignInAsync(machine);
        Redis.Pause();
        await browser.GetAsync("/me");
        var began = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(200, (await browser.GetAsync("/me")).Status);
        }

        // Twenty that each waited their two seconds would take forty.
        Assert.True(began.Elapsed < TimeSpan.FromSeconds(10), $"it took {began.Elapsed}");
    }

    [Theory]
    [InlineData("/logout")]
    [InlineData("/disconnect")]
    public async Task Nobody_can_leave_and_the_session_stays(string path)
    {
        var machine = await StartMachineAsync();
        using var browser = await SignInAsync(machine);
        await Redis.KillAsync();
        var answer = await TimedAsync(() => browser.PostAsync(path));

        Assert.Equal(503, answer.Status);
        Assert.Equal(FailureReasons.StoreUnreachable, answer.Reason);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);

        await Redis.StartAgainAsync();
        await UntilAsync(204, () => browser.PostAsync(path));
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_sign_in_goes_on_since_the_session_lives_in_the_cookie()
    {
        var machine = await StartMachineAsync();
        using (await SignInAsync(machine))
        {
            await Redis.KillAsync();
        }

        using var browser = await SignInAsync(machine);
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
    }

    [Fact]
    public async Task A_machine_that_starts_without_it_takes_nobody_for_signed_out_and_recovers()
    {
        var first = await StartMachineAsync();
        using var browser = await SignInAsync(first);
        await Redis.KillAsync();
        var second = await StartMachineAsync();

        var me = await TimedAsync(() => browser.GetAsync(second.At("/me")));
        Assert.Equal(503, me.Status);
        Assert.Equal(FailureReasons.StoreUnreachable, me.Reason);
        Assert.NotNull(browser.SessionCookie());
        Assert.Equal(200, (await browser.GetAsync(second.At("/"))).Status);
        using (var stranger = second.NewBrowser())
        {
            var login = await TimedAsync(() => stranger.GetAsync("/login"));
            Assert.Equal(503, login.Status);
            Assert.Equal(FailureReasons.StoreUnreachable, login.Reason);
        }

        await Redis.StartAgainAsync();
        await UntilAsync(200, () => browser.GetAsync(second.At("/call")));
        using (var stranger = second.NewBrowser())
        {
            Assert.True((await stranger.SignInAsync()).IsRedirect);
        }
    }

    [Fact]
    public async Task It_is_logged_once_when_it_goes_and_once_when_it_comes_back()
    {
        var machine = await StartMachineAsync();
        using var browser = await SignInAsync(machine);
        await Redis.KillAsync();
        for (var i = 0; i < 5; i++)
        {
            await browser.GetAsync("/me");
        }

        await Redis.StartAgainAsync();
        Time.Advance(Expired);
        await UntilAsync(200, () => browser.GetAsync("/call"));

        Assert.Single(machine.Logs.Own, line => line.Id == 101);
        Assert.Single(machine.Logs.Own, line => line.Id == 102);
    }
}
