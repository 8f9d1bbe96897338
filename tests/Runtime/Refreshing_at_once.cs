namespace DoOAuth.Tests;

/// <summary>However many requests arrive together: one refresh per session, and all use its result.</summary>
public sealed class Refreshing_at_once : HourlyTokens
{
    [Fact]
    public async Task Thirty_requests_at_once_share_one_refresh_and_all_go_on_with_the_new_token()
    {
        Provider.Lifetime(Hour);
        var app = await StartHourlyAsync(add: BreakableStores.AddTo);
        using var browser = await app.SignedInAsync();
        app.Time.Advance(Hour);
        Provider.HoldRefreshes(app, "/call", 30);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => browser.Copy().GetAsync("/call")));

        Assert.Single(Provider.Refreshes);
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(answers.Select(answer => (string?)answer.Json["bearer"]).Distinct());

        // Shared while it is under way, rather than found by each when the session's lock is its own.
        Assert.Equal(1, BreakableStores.Of(app).Locks);
    }

    [Fact]
    public async Task Thirty_requests_at_once_share_one_refusal()
    {
        Provider.Lifetime(Hour);
        var app = await StartHourlyAsync(add: BreakableStores.AddTo);
        using var browser = await app.SignedInAsync();
        app.Time.Advance(Hour);
        Provider.Token = (context, _) => Answer.Error(context, 400, "invalid_grant");
        Provider.HoldRefreshes(app, "/call", 30);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => browser.Copy().GetAsync("/call")));

        Assert.Single(Provider.Refreshes);
        Assert.Equal(1, BreakableStores.Of(app).Locks);
        Assert.All(answers, answer => Assert.Equal((401, FailureReasons.InvalidGrant), (answer.Status, answer.Reason)));
    }

    [Fact]
    public async Task Each_session_has_a_refresh_of_its_own()
    {
        var (app, _) = await SignInAsync();
        var browsers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.SignedInAsync()));
        app.Time.Advance(Due);
        var answers = await Task.WhenAll(browsers.SelectMany(browser => Enumerable.Range(0, 4).Select(_ => browser.Copy().GetAsync("/call"))));

        Assert.Equal(20, Provider.Refreshes.Count);
        Assert.Equal(20, Provider.Refreshes.Select(request => request.Form["refresh_token"]).Distinct().Count());
        Assert.All(answers.Chunk(4), ofOneUser => Assert.Single(ofOneUser.Select(answer => (string?)answer.Json["bearer"]).Distinct()));
        Assert.Equal(20, answers.Select(answer => (string?)answer.Json["bearer"]).Distinct().Count());
    }

    [Fact]
    public async Task An_old_cookie_gets_the_new_token_for_as_long_as_it_can_be_read()
    {
        var (app, browser) = await SignInAsync();
        using var late = browser.Copy();
        app.Time.Advance(Due);
        var fresh = (string?)(await browser.GetAsync("/call")).Json["bearer"];
        foreach (var minutes in new[] { 9, 2, 20 })
        {
            app.Time.Advance(TimeSpan.FromMinutes(minutes));
            using var later = late.Copy();
            Assert.Equal(fresh, (string?)(await later.GetAsync("/call")).Json["bearer"]);
        }

        Assert.Single(Provider.Refreshes);
        app.Time.Advance(TimeSpan.FromDays(89));
        Assert.Equal(200, (await late.GetAsync("/call")).Status);
        Assert.Equal(2, Provider.Refreshes.Count);
    }

    [Fact]
    public async Task Logout_during_a_refresh_buries_the_session()
    {
        var (app, browser) = await SignInAsync();
        using var leaving = browser.Copy();
        using var late = browser.Copy();
        var usual = Provider.Token;
        var arrived = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        Provider.Token = async (context, request) =>
        {
            arrived.TrySetResult();
            await go.Task;
            await usual(context, request);
        };
        app.Time.Advance(Due);
        var reading = browser.GetAsync("/me");
        await arrived.Task;
        var logout = leaving.PostAsync("/logout");
        go.SetResult();

        Assert.Equal(204, (await logout).Status);
        Assert.True((await reading).Status is 200 or 401);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
        Assert.Equal(401, (await late.GetAsync("/me")).Status);
        Assert.Single(Provider.Refreshes);
    }

    [Fact]
    public async Task Disconnect_with_an_old_cookie_revokes_the_newest_token()
    {
        var (app, browser) = await SignInAsync();
        using var late = browser.Copy();
        app.Time.Advance(Due);
        var fresh = (string?)(await browser.GetAsync("/call")).Json["bearer"];
        Assert.Equal(204, (await late.PostAsync("/disconnect")).Status);

        Assert.Equal(fresh, Provider.To("/v1/oauth/revoke")[^1].Form["token"]);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_browser_that_goes_away_takes_no_refresh_from_the_others()
    {
        var (app, browser) = await SignInAsync();
        using var impatient = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        var usual = Provider.Token;
        var arrived = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        Provider.Token = async (context, request) =>
        {
            arrived.TrySetResult();
            await go.Task;
            await usual(context, request);
        };
        app.Time.Advance(Due);
        using var given = new CancellationTokenSource();
        impatient.DefaultRequestHeaders.Add("Cookie", $".DoOAuth.DropletDeck={browser.SessionCookie()!.Value}");
        var first = impatient.GetAsync(new Uri(app.Address, "/me"), given.Token);
        await arrived.Task;
        var second = browser.GetAsync("/call");
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        go.SetResult();

        Assert.Equal(200, (await second).Status);
        Assert.Single(Provider.Refreshes);
    }
}
