namespace DoOAuth.Redis.Tests.ServerKinds;

/// <summary>What docs/several-machines.md says was run on each kind of server: a user signs in, one machine refreshes, another takes it over, and a sign-out holds.</summary>
public abstract class ServerKindTests : FleetTests
{
    private bool _onServer;

    /// <summary>What an app gives to <c>UseRedis</c>.</summary>
    private protected string Text { get; set; } = null!;

    private protected override void Share(DigitalOceanOAuthBuilder builder)
    {
        builder.UseRedis(Text);
        if (_onServer)
        {
            builder.StoreSessionsOnServer();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_session_is_shared_and_its_end_holds(bool onServer)
    {
        _onServer = onServer;
        var machines = await StartMachinesAsync(2);
        await ReadyAsync(machines);
        using var browser = await SignInAsync(machines[0]);
        using var late = browser.Copy();
        using var other = await SignInAsync(machines[1]);
        Time.Advance(Expired);
        var fresh = await browser.GetAsync(machines[0].At("/call"));
        Assert.True(fresh.Status == 200, $"{fresh.Status} {fresh.Body}");

        Assert.Equal((string?)fresh.Json["bearer"], (string?)(await late.GetAsync(machines[1].At("/call"))).Json["bearer"]);
        Assert.Single(Provider.Refreshes);

        Time.Advance(Expired);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => browser.Copy().GetAsync(machines[i % 2].At("/call"))));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(2, Provider.Refreshes.Count);

        Assert.Equal(204, (await browser.PostAsync(machines[1].At("/logout"))).Status);
        Assert.All(machines, machine => Assert.Equal(401, late.GetAsync(machine.At("/me")).Result.Status));
        Assert.Equal(200, (await other.GetAsync(machines[0].At("/call"))).Status);
        if (onServer)
        {
            Assert.Equal(1, await machines[0].Services.GetRequiredService<DigitalOceanSessions>().SignOutEverywhereAsync("user-1"));
            Assert.Equal(401, (await other.GetAsync(machines[1].At("/me"))).Status);
        }

        Assert.DoesNotContain(machines.SelectMany(machine => machine.Logs.Own), line => line.Id == 106);
        await AfterAsync(machines);
    }

    /// <summary>What else this kind of server has to show.</summary>
    private protected virtual Task AfterAsync(Machine[] machines) => Task.CompletedTask;
}
