namespace DoOAuth.Tests;

/// <summary>
/// What several machines share can be away: requests that do without go on, the others say so and recover by themselves, and nobody is
/// signed out by it.
/// </summary>
public sealed class The_store_away : HourlyTokens
{
    private StrictTokens _strict = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _strict = new StrictTokens(Provider, Hour);
    }

    private async Task<(TestApp App, Browser Browser, BreakableStores Stores)> StartBreakableAsync(bool onServer = false)
    {
        var app = await StartHourlyAsync(
            app =>
            {
                app.MapGet("/keep", (HttpContext context, DigitalOceanSessions sessions) => sessions.KeepAccessAsync(context));
                app.MapGet("/new", () => "new").RequireDropletCreate();
            },
            add: builder =>
            {
                BreakableStores.AddTo(builder);
                if (onServer)
                {
                    builder.StoreSessionsOnServer();
                }
            });
        return (app, await app.SignedInAsync(), BreakableStores.Of(app));
    }

    private static void AssertStoreAway(Page answer)
    {
        Assert.Equal(503, answer.Status);
        Assert.Equal(FailureReasons.StoreUnreachable, answer.Reason);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.NotNull(answer.Header("Retry-After"));
        Assert.Empty(answer.SetCookies);
    }

    [Fact]
    public async Task Requests_that_need_no_refresh_go_on_and_so_do_those_whose_token_lives_yet()
    {
        var (app, browser, stores) = await StartBreakableAsync();
        stores.IsAway = true;
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        app.Time.Advance(Due);
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        Assert.Empty(Provider.Refreshes);

        stores.IsAway = false;
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        Assert.Single(Provider.Refreshes);
    }

    [Fact]
    public async Task Those_that_need_one_are_503_and_recover_when_it_is_back()
    {
        var (app, browser, stores) = await StartBreakableAsync();
        stores.IsAway = true;
        app.Time.Advance(Hour);
        AssertStoreAway(await browser.GetAsync("/call"));
        AssertStoreAway(await browser.PostAsync("/call"));
        AssertStoreAway(await browser.GetAsync("/me"));
        var page = await browser.LoadAsync("/call");
        Assert.Equal((503, "text/html; charset=utf-8"), (page.Status, page.ContentType));
        Assert.Equal(503, (await browser.GetAsync("/anybody-signed-in")).Status);
        Assert.Equal(200, (await browser.GetAsync("/open")).Status);

        stores.IsAway = false;
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        Leaks.AssertNone(app, Provider);
    }

    [Theory]
    [InlineData("/users/required")]
    [InlineData("/injected")]
    public async Task So_is_one_without_a_guard_that_needs_the_user(string path)
    {
        var app = await StartHourlyAsync(
            app =>
            {
                app.MapControllers();
                app.MapGet("/injected", (IServiceProvider services) => services.GetRequiredService<DigitalOceanUser>().Uuid);
            },
            add: builder =>
            {
                BreakableStores.AddTo(builder);
                builder.StoreSessionsOnServer();
                builder.Services.AddControllers().AddApplicationPart(typeof(UsersController).Assembly);
            });
        using var browser = await app.SignedInAsync();
        var stores = BreakableStores.Of(app);
        stores.IsAway = true;

        AssertStoreAway(await browser.GetAsync(path));
    }

    [Fact]
    public async Task Logout_does_not_pretend_and_works_when_it_is_back()
    {
        var (_, browser, stores) = await StartBreakableAsync();
        using var copy = browser.Copy();
        stores.IsAway = true;
        AssertStoreAway(await browser.PostAsync("/logout"));
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);

        stores.IsAway = false;
        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);
        Assert.Equal(401, (await copy.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Disconnect_withdraws_nothing_and_says_so()
    {
        var (_, browser, stores) = await StartBreakableAsync();
        stores.IsAway = true;
        AssertStoreAway(await browser.PostAsync("/disconnect"));
        Assert.Empty(Provider.To("/v1/oauth/revoke"));

        stores.IsAway = false;
        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
        Assert.Equal(2, Provider.To("/v1/oauth/revoke").Count);
    }

    [Fact]
    public async Task Disconnect_that_has_withdrawn_the_access_already_lets_the_session_go()
    {
        var (_, browser, stores) = await StartBreakableAsync();
        stores.RefusesWrites = true;

        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
        Assert.Equal(2, Provider.To("/v1/oauth/revoke").Count);
        Assert.Null(browser.SessionCookie());
    }

    [Fact]
    public async Task Tokens_that_could_not_be_written_go_on_in_the_cookie()
    {
        var (app, browser, stores) = await StartBreakableAsync();
        stores.RefusesWrites = true;
        app.Time.Advance(Hour);
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        Assert.Single(Provider.Refreshes);

        stores.RefusesWrites = false;
        app.Time.Advance(Hour);
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
    }

    [Fact]
    public async Task A_token_that_the_api_refuses_meanwhile_ends_no_session()
    {
        var (_, browser, stores) = await StartBreakableAsync();
        _strict.KillAccessTokens();
        stores.IsAway = true;
        Assert.Equal(503, (await browser.GetAsync("/status")).Status);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);

        stores.IsAway = false;
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
    }

    [Fact]
    public async Task Who_signs_in_anew_meanwhile_is_signed_in()
    {
        var (_, browser, stores) = await StartBreakableAsync();
        stores.IsAway = true;

        Assert.Equal(302, (await browser.SignInAsync()).Status);
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        Assert.Equal(200, (await browser.FollowAsync("/new")).Status);
    }

    [Fact]
    public async Task Sessions_that_are_stored_there_wait_for_it()
    {
        var (app, browser, stores) = await StartBreakableAsync(onServer: true);
        stores.IsAway = true;
        AssertStoreAway(await browser.GetAsync("/call"));
        AssertStoreAway(await browser.GetAsync("/me"));
        AssertStoreAway(await browser.PostAsync("/logout"));
        AssertStoreAway(await browser.PostAsync("/disconnect"));
        AssertStoreAway(await browser.GetAsync("/login?scope=droplet:create"));
        var page = await browser.LoadAsync("/call");
        Assert.Equal((503, "text/html; charset=utf-8"), (page.Status, page.ContentType));
        Assert.Equal(503, (await browser.GetAsync("/anybody-signed-in")).Status);
        Assert.Equal(503, (await browser.GetAsync("/keep")).Status);
        Assert.Equal(200, (await browser.GetAsync("/open")).Status);

        stores.IsAway = false;
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        Leaks.AssertNone(app, Provider);
    }

    [Fact]
    public async Task A_sign_in_that_cannot_be_stored_is_503_and_leaves_nobody_half_signed_in()
    {
        var (app, _, stores) = await StartBreakableAsync(onServer: true);
        stores.IsAway = true;
        using var browser = app.NewBrowser();
        var answer = await browser.SignInForProblemAsync();
        Assert.Equal((503, FailureReasons.StoreUnreachable), (answer.Status, answer.Reason));
        Assert.Null(browser.SessionCookie());

        stores.IsAway = false;
        Assert.Equal(302, (await browser.SignInAsync()).Status);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_stored_session_that_could_not_be_written_is_refreshed_all_the_same()
    {
        var (app, browser, stores) = await StartBreakableAsync(onServer: true);
        stores.RefusesWrites = true;
        app.Time.Advance(Due);

        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
    }

    [Fact]
    public async Task Work_outside_of_requests_is_told_that_it_passes()
    {
        var (app, browser, stores) = await StartBreakableAsync(onServer: true);
        var sessions = app.Services.GetRequiredService<DigitalOceanSessions>();
        var key = (await browser.GetAsync("/keep")).Body;
        app.Time.Advance(Hour);
        stores.IsAway = true;
        var opening = await Assert.ThrowsAsync<DigitalOceanAccessException>(() => sessions.OpenAccessAsync(key));
        var leaving = await Assert.ThrowsAsync<DigitalOceanAccessException>(() => sessions.SignOutEverywhereAsync("sammy"));
        Assert.Equal((FailureReasons.StoreUnreachable, true), (opening.Reason, opening.IsPassing));
        Assert.Equal((FailureReasons.StoreUnreachable, true), (leaving.Reason, leaving.IsPassing));

        stores.IsAway = false;
        await using (await sessions.OpenAccessAsync(key))
        {
            Assert.Equal(1, await sessions.SignOutEverywhereAsync("sammy"));
        }
    }
}
