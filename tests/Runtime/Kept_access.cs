using System.Net.Http.Json;

namespace DoOAuth.Tests;

/// <summary>A user's access outlives the request, for a background service, and neither it nor the browser takes the token from the other.</summary>
public sealed class Kept_access : HourlyTokens
{
    private readonly Gate _gate = new();

    private Task<TestApp> StartKeepingAsync(Action<DigitalOceanOAuthBuilder>? add = null) => StartHourlyAsync(
        app =>
        {
            app.MapGet("/keep", (HttpContext context, DigitalOceanSessions sessions, CancellationToken cancel) => sessions.KeepAccessAsync(context, cancel));
            app.MapGet("/new", () => "new").RequireDropletCreate();
        },
        add: add);

    private static DigitalOceanSessions SessionsOf(TestApp app) => app.Services.GetRequiredService<DigitalOceanSessions>();

    private static async Task<string> CallAsync(TestApp app, string key)
    {
        await using var access = await SessionsOf(app).OpenAccessAsync(key);
        return (await access.Client.GetFromJsonAsync<EchoedToken>(Echo))!.Bearer;
    }

    private static async Task<DigitalOceanAccessException> RefusalAsync(TestApp app, string key) =>
        await Assert.ThrowsAsync<DigitalOceanAccessException>(() => CallAsync(app, key));

    [Fact]
    public async Task A_key_opens_it_outside_of_requests()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync();
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;

        await using var access = await SessionsOf(app).OpenAccessAsync(key);
        Assert.Equal("sammy", access.UserUuid);
        Assert.IsType<DropletDeck.Client>(access.Client);
        Assert.Equal((string?)(await browser.GetAsync("/call")).Json["bearer"], await CallAsync(app, key));
        foreach (var secret in Provider.Secrets)
        {
            Assert.DoesNotContain(secret, key, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task For_a_year_the_browser_and_the_work_share_each_refresh_however_long_one_of_them_is_idle(bool onServer)
    {
        _ = new StrictTokens(Provider, TimeSpan.FromDays(30));
        var app = await StartKeepingAsync(onServer ? builder => builder.StoreSessionsOnServer() : null);
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        for (var month = 1; month <= 12; month++)
        {
            app.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
            if (month % 3 == 0)
            {
                Assert.Equal("200", (await browser.GetAsync("/status")).Body);
            }
            else
            {
                await CallAsync(app, key);
            }

            Assert.Equal(month, Provider.Refreshes.Count);
        }

        Assert.Equal((string?)(await browser.GetAsync("/call")).Json["bearer"], await CallAsync(app, key));
    }

    [Fact]
    public async Task At_once_they_share_one_refresh()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync(BreakableStores.AddTo);
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        app.Time.Advance(Hour);
        Provider.HoldRefreshes(app, "/status", 10);
        var before = BreakableStores.Of(app).Locks;
        var work = Task.WhenAll(Enumerable.Range(0, 10).Select(_ => CallAsync(app, key)));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => browser.Copy().GetAsync("/status")));

        Assert.Single((await work).Distinct());
        Assert.All(answers, answer => Assert.Equal("200", answer.Body));
        Assert.Single(Provider.Refreshes);
        Assert.Equal(before + 1, BreakableStores.Of(app).Locks);
    }

    [Fact]
    public async Task Long_work_gets_a_new_token_on_the_way()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync();
        using var browser = await app.SignedInAsync();
        await using var access = await SessionsOf(app).OpenAccessAsync((await browser.GetAsync("/keep")).Body);
        for (var round = 1; round <= 3; round++)
        {
            app.Time.Advance(Due);
            using var response = await access.Client.GetAsync(Echo);
            Assert.True(response.IsSuccessStatusCode);
            Assert.Equal(round, Provider.Refreshes.Count);
        }
    }

    [Theory]
    [InlineData("/logout")]
    [InlineData("/disconnect")]
    public async Task It_is_over_when_the_user_leaves(string path)
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync();
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        await browser.PostAsync(path);
        var refusal = await RefusalAsync(app, key);

        Assert.Equal((FailureReasons.LoginRequired, false), (refusal.Reason, refusal.IsPassing));
    }

    [Fact]
    public async Task It_is_over_when_DigitalOcean_says_so_and_so_is_the_session()
    {
        var strict = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync();
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        strict.WithdrawAccess();

        foreach (var refusal in new[] { await RefusalAsync(app, key), await RefusalAsync(app, key) })
        {
            Assert.Equal((FailureReasons.InvalidGrant, false), (refusal.Reason, refusal.IsPassing));
        }

        Assert.Equal(FailureReasons.InvalidGrant, (await browser.GetAsync("/me")).Reason);
    }

    [Fact]
    public async Task While_DigitalOcean_is_away_it_says_that_this_passes()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync();
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        var usual = Provider.Token;
        Provider.Token = (context, _) => Answer.Reset(context);
        app.Time.Advance(Hour);
        var refusal = await RefusalAsync(app, key);
        Assert.Equal((FailureReasons.ProviderUnreachable, true), (refusal.Reason, refusal.IsPassing));

        Provider.Token = usual;
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await CallAsync(app, key);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task To_step_up_does_not_end_it_and_another_user_in_the_same_browser_does(bool onServer)
    {
        var strict = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync(onServer ? builder => builder.StoreSessionsOnServer() : null);
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        Assert.Equal(200, (await browser.FollowAsync("/new")).Status);
        await CallAsync(app, key);

        strict.User = "coral";
        var coral = (await browser.GetAsync("/keep")).Body;
        await browser.SignInAsync();
        Assert.Equal(FailureReasons.LoginRequired, (await RefusalAsync(app, coral)).Reason);
        Assert.Equal(FailureReasons.LoginRequired, (await RefusalAsync(app, key)).Reason);
    }

    [Fact]
    public async Task A_key_of_somebody_elses_making_is_none()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync();
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        foreach (var wrong in new[] { "x", key[..^8], "A" + key, key.Replace(key[40], key[40] == 'A' ? 'B' : 'A'), new string('A', 400) })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => SessionsOf(app).OpenAccessAsync(wrong));
        }
    }

    [Fact]
    public async Task Where_nobody_is_signed_in_there_is_none_to_keep()
    {
        var app = await StartKeepingAsync();
        using var browser = app.NewBrowser();

        Assert.Equal(401, (await browser.GetAsync("/keep")).Status);
    }

    [Fact]
    public async Task A_logout_while_it_works_stops_it_at_the_next_call()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync();
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        var work = Task.Run(async () =>
        {
            await using var access = await SessionsOf(app).OpenAccessAsync(key);
            await _gate.PassAsync();
            return await access.Client.GetStringAsync(Echo);
        });
        await _gate.Reached;
        await browser.PostAsync("/logout");
        _gate.Open();

        await Assert.ThrowsAsync<DigitalOceanAccessException>(() => work);
    }

    private sealed record EchoedToken(string Bearer);
}
