namespace DoOAuth.Redis.Tests;

/// <summary>A refresh that succeeds while Redis dies: the old token no longer works, so the new one must not be lost.</summary>
public sealed class Refreshed_while_Redis_died : FleetTests
{
    private void DuringRefresh(Func<Task> happens)
    {
        var usual = Provider.Token;
        Provider.Token = async (context, request) =>
        {
            Provider.Token = usual;
            await happens();
            await usual(context, request);
        };
    }

    [Fact]
    public async Task The_machine_that_refreshed_goes_on_with_the_new_token_and_the_others_get_it_when_Redis_is_back()
    {
        var machines = await StartMachinesAsync(2);
        using var browser = await SignInAsync(machines[0]);
        using var late = browser.Copy();
        using var elsewhere = browser.Copy();
        Time.Advance(Expired);
        DuringRefresh(Redis.KillAsync);
        var fresh = await browser.GetAsync(machines[0].At("/call"));
        Assert.Equal(200, fresh.Status);

        // The same machine serves the old cookie too, without Redis.
        var again = await late.GetAsync(machines[0].At("/call"));
        Assert.Equal(200, again.Status);
        Assert.Equal((string?)fresh.Json["bearer"], (string?)again.Json["bearer"]);
        Assert.Equal(503, (await elsewhere.GetAsync(machines[1].At("/call"))).Status);

        await Redis.StartAgainAsync();
        var after = await UntilAsync(200, () => elsewhere.GetAsync(machines[1].At("/call")));
        Assert.Equal((string?)fresh.Json["bearer"], (string?)after.Json["bearer"]);
        Assert.Single(Provider.Refreshes);
        Assert.Contains(machines[0].Logs.Own, line => line.Id == 103);
        Assert.Contains(machines[0].Logs.Own, line => line.Id == 104);
    }

    [Fact]
    public async Task A_machine_that_did_not_notice_the_outage_does_not_spend_the_token_again()
    {
        var machines = await StartMachinesAsync(2);
        using var browser = await SignInAsync(machines[0]);
        using var elsewhere = browser.Copy();
        Assert.Equal(200, (await elsewhere.GetAsync(machines[1].At("/me"))).Status);
        Time.Advance(Expired);
        DuringRefresh(() =>
        {
            Redis.Pause();
            return Task.CompletedTask;
        });
        var fresh = await browser.GetAsync(machines[0].At("/call"));
        Assert.Equal(200, fresh.Status);
        Redis.Resume();

        var answer = await elsewhere.GetAsync(machines[1].At("/call"));
        Assert.Equal(200, answer.Status);
        Assert.Equal((string?)fresh.Json["bearer"], (string?)answer.Json["bearer"]);
        Assert.Single(Provider.Refreshes);
    }

    [Fact]
    public async Task The_new_token_is_written_without_any_further_request()
    {
        var machine = await StartMachineAsync();
        using var browser = await SignInAsync(machine);
        Time.Advance(Expired);
        DuringRefresh(Redis.KillAsync);
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
        await Redis.StartAgainAsync();
        for (var i = 0; i < 100 && !machine.Logs.Own.Any(line => line.Id == 104); i++)
        {
            await Task.Delay(100);
        }

        Assert.Contains(await Redis.DumpAsync(), entry => entry.Key.Contains(":tokens:", StringComparison.Ordinal));
    }
}
