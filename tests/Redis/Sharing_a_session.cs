namespace DoOAuth.Redis.Tests;

/// <summary>One session on several machines: every one of them reads its cookie, and it is refreshed once.</summary>
public sealed class Sharing_a_session : FleetTests
{
    [Fact]
    public async Task Machines_that_start_together_on_an_empty_Redis_read_each_others_cookies()
    {
        var machines = await StartMachinesAsync(3);
        foreach (var machine in machines)
        {
            using var browser = await SignInAsync(machine);
            foreach (var other in machines)
            {
                Assert.Equal(200, (await browser.GetAsync(other.At("/call"))).Status);
            }
        }
    }

    [Fact]
    public async Task A_sign_in_that_begins_on_one_machine_ends_on_another()
    {
        var machines = await StartMachinesAsync(2);
        using var browser = machines[0].NewBrowser();
        var callback = await browser.ReachCallbackAsync();
        var answer = await browser.LoadAsync(machines[1].At(callback.PathAndQuery));

        // The token request repeats the address that the other machine sent: behind one address they are the same.
        Assert.Equal(302, answer.Status);
        Assert.Equal(200, (await browser.GetAsync(machines[0].At("/me"))).Status);
    }

    [Fact]
    public async Task Thirty_requests_at_three_machines_at_an_expiry_make_one_refresh_and_all_go_on_with_the_new_token()
    {
        var machines = await StartMachinesAsync(3);
        using var browser = await SignInAsync(machines[0]);
        var usual = Provider.Token;
        Provider.Token = async (context, request) =>
        {
            await Task.Delay(300);
            await usual(context, request);
        };
        for (var expiry = 1; expiry <= 3; expiry++)
        {
            Time.Advance(Expired);
            var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => browser.Copy().GetAsync(machines[i % 3].At("/call"))));

            Assert.All(answers, answer => Assert.Equal(200, answer.Status));
            Assert.Single(answers.Select(answer => (string?)answer.Json["bearer"]).Distinct());
            Assert.Equal(expiry, Provider.Refreshes.Count);
            Assert.Equal(200, (await browser.GetAsync(machines[expiry % 3].At("/call"))).Status);
        }
    }

    [Fact]
    public async Task An_old_cookie_gets_the_new_token_at_a_machine_that_had_no_part_in_the_refresh()
    {
        var machines = await StartMachinesAsync(2);
        using var browser = await SignInAsync(machines[0]);
        using var late = browser.Copy();
        Time.Advance(Expired);
        var fresh = (string?)(await browser.GetAsync(machines[0].At("/call"))).Json["bearer"];

        Assert.Equal(fresh, (string?)(await late.GetAsync(machines[1].At("/call"))).Json["bearer"]);
        Assert.Single(Provider.Refreshes);
    }

    [Theory]
    [InlineData("/logout")]
    [InlineData("/disconnect")]
    public async Task Who_leaves_at_one_machine_has_left_at_all(string path)
    {
        var machines = await StartMachinesAsync(2);
        using var browser = await SignInAsync(machines[0]);
        using var copy = browser.Copy();
        Assert.Equal(200, (await copy.GetAsync(machines[1].At("/me"))).Status);
        Assert.Equal(204, (await browser.PostAsync(machines[0].At(path))).Status);

        Assert.Equal(401, (await copy.GetAsync(machines[1].At("/me"))).Status);
    }

    [Fact]
    public async Task What_DigitalOcean_ended_is_over_at_all_machines_with_its_reason()
    {
        var machines = await StartMachinesAsync(2);
        using var browser = await SignInAsync(machines[0]);
        using var copy = browser.Copy();
        Provider.Api = (context, _) => Answer.Json(context, 401, """{"id":"unauthorized","message":"Unable to authenticate you"}""");
        Provider.Token = (context, _) => Answer.Error(context, 400, "invalid_grant");
        await browser.GetAsync(machines[0].At("/call"));

        var elsewhere = await copy.GetAsync(machines[1].At("/me"));
        Assert.Equal(401, elsewhere.Status);
        Assert.Equal(FailureReasons.InvalidGrant, elsewhere.Reason);
    }

    [Fact]
    public async Task Nothing_in_Redis_is_a_token()
    {
        var machines = await StartMachinesAsync(2);
        using var browser = await SignInAsync(machines[0]);
        Time.Advance(Due);
        Assert.Equal(200, (await browser.GetAsync(machines[1].At("/call"))).Status);
        var dump = await Redis.DumpAsync();

        Assert.Contains(dump.Keys, key => key.StartsWith($"DoOAuth:Fleet:Production:DropletDeck:{ClientIdHash}:tokens:", StringComparison.Ordinal));
        Assert.Contains("DoOAuth:Fleet:Production:keys", dump.Keys);
        Assert.All(Provider.Secrets, secret => Assert.DoesNotContain(dump, entry => entry.Value.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.All(machines.SelectMany(machine => machine.Logs.Own), line =>
            Assert.DoesNotContain(Provider.Secrets, secret => line.All.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }
}
