using System.Diagnostics;

namespace DoOAuth.Redis.Tests;

/// <summary>A machine that dies in the middle of a refresh leaves its lock behind, for no longer than the documentation says.</summary>
public sealed class A_dead_lock_holder : FleetTests
{
    // docs/several-machines.md: ten seconds. The rest is what the refresh itself takes on a busy machine.
    private static readonly TimeSpan Stated = TimeSpan.FromSeconds(10) + TimeSpan.FromSeconds(5);

    [Fact]
    public async Task The_next_takes_over_within_the_stated_time()
    {
        await using var first = await InstanceProcess.StartAsync(Redis, Provider.Configuration);
        await using var second = await InstanceProcess.StartAsync(Redis, Provider.Configuration);
        using var browser = new Browser(first.Address);
        Provider.SpendOnce(TimeSpan.FromSeconds(2));
        Assert.True((await browser.SignInAsync()).IsRedirect);
        await Task.Delay(TimeSpan.FromSeconds(2.1));

        // Asked, and not answered yet: the refresh token is not spent, and the lock is taken.
        var asked = new TaskCompletionSource();
        var spending = Provider.Token;
        Provider.Token = async (context, _) =>
        {
            asked.TrySetResult();
            await Answer.Silence(context);
        };
        var lost = browser.Copy().GetAsync(new Uri(first.Address, "/call").AbsoluteUri);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Provider.Token = spending;
        await first.KillAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => lost);
        var began = Stopwatch.StartNew();
        var answer = await browser.GetAsync(new Uri(second.Address, "/call").AbsoluteUri);

        Assert.Equal(200, answer.Status);
        Assert.True(began.Elapsed < Stated, $"it took {began.Elapsed}");
    }

    [Fact]
    public async Task A_slow_provider_is_no_death()
    {
        Machine[] machines = [await StartMachineAsync(Patient), await StartMachineAsync(Patient)];
        using var browser = await SignInAsync(machines[0]);
        using var copy = browser.Copy();
        var usual = Provider.Token;
        Provider.Token = async (context, request) =>
        {
            // Longer than a lock that nobody extends would live.
            await Task.Delay(RedisSessionLock.Expiry + TimeSpan.FromSeconds(2));
            await usual(context, request);
        };
        Time.Advance(Expired);
        var first = browser.GetAsync(machines[0].At("/call"));
        await Task.Delay(500);
        var second = copy.GetAsync(machines[1].At("/call"));

        Assert.Equal(200, (await first).Status);
        Assert.Equal(200, (await second).Status);
        Assert.Single(Provider.Refreshes);

        static void Patient(WebApplicationBuilder builder) =>
            builder.Services.Configure<DigitalOceanOptions>(DropletDeck.Scheme, options => options.BackchannelTimeout = TimeSpan.FromSeconds(30));
    }
}
