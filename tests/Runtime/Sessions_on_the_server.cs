namespace DoOAuth.Tests;

/// <summary>By one option sessions live on the server, the cookie holds a reference, and all of a user's can be ended.</summary>
public sealed class Sessions_on_the_server : HourlyTokens
{
    private readonly Gate _gate = new();

    private StrictTokens _strict = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _strict = new StrictTokens(Provider, Hour);
    }

    private Task<TestApp> StartOnServerAsync() => StartHourlyAsync(
        app =>
        {
            app.MapGet("/hang", (CancellationToken cancel) => _gate.PassAsync(cancel)).RequireDropletRead();
            app.MapGet("/keep", (HttpContext context, DigitalOceanSessions sessions) => sessions.KeepAccessAsync(context));
            app.MapPost("/everywhere", async (DigitalOceanUser user, DigitalOceanSessions sessions) => await sessions.SignOutEverywhereAsync(user.Uuid)).RequireDropletRead();
        },
        add: builder => builder.StoreSessionsOnServer());

    [Fact]
    public async Task The_cookie_is_short_and_the_session_does_all_that_it_does_in_a_cookie()
    {
        var app = await StartOnServerAsync();
        using var browser = await app.SignedInAsync();
        Assert.InRange(browser.SessionCookie()!.Value.Length, 100, 500);
        using var copy = browser.Copy();
        for (var round = 1; round <= 3; round++)
        {
            app.Time.Advance(Due);
            var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => browser.Copy().GetAsync("/status")));
            Assert.All(answers, answer => Assert.Equal("200", answer.Body));
            Assert.Equal(round, Provider.Refreshes.Count);
        }

        Assert.Equal(["account:read", "droplet:read"], (await browser.GetAsync("/me")).Scopes());
        Assert.Equal("200", (await copy.GetAsync("/status")).Body);
        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);
        Assert.Null(browser.SessionCookie());
        Assert.Equal(401, (await copy.GetAsync("/me")).Status);
        Leaks.AssertNone(app, Provider);
    }

    [Fact]
    public async Task Disconnect_and_the_end_of_a_session_work_as_in_a_cookie()
    {
        var app = await StartOnServerAsync();
        using var leaving = await app.SignedInAsync();
        using var ended = await app.SignedInAsync();
        Assert.Equal(204, (await leaving.PostAsync("/disconnect")).Status);
        Assert.Equal(401, (await leaving.GetAsync("/me")).Status);

        _strict.WithdrawAccess();
        app.Time.Advance(Due);
        Assert.Equal(FailureReasons.InvalidGrant, (await ended.GetAsync("/me")).Reason);
        app.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(FailureReasons.InvalidGrant, (await ended.GetAsync("/me")).Reason);
        Assert.Null(ended.SessionCookie());
    }

    [Fact]
    public async Task An_answer_that_the_browser_never_got_costs_nothing_however_late_it_comes_back()
    {
        var app = await StartOnServerAsync();
        using var browser = await app.SignedInAsync();
        app.Time.Advance(Due);
        using var gone = new CancellationTokenSource();
        using var impatient = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        impatient.DefaultRequestHeaders.Add("Cookie", $".DoOAuth.DropletDeck={browser.SessionCookie()!.Value}");
        var lost = impatient.GetAsync(new Uri(app.Address, "/hang"), gone.Token);
        await _gate.Reached;
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lost);
        app.Time.Advance(TimeSpan.FromDays(3));

        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        Assert.Equal(2, Provider.Refreshes.Count);
    }

    [Fact]
    public async Task Sign_out_everywhere_ends_all_sessions_of_the_user_and_nobody_elses()
    {
        var app = await StartOnServerAsync();
        var sammys = new[] { await app.SignedInAsync(), await app.SignedInAsync(), await app.SignedInAsync() };
        _strict.User = "coral";
        using var coral = await app.SignedInAsync();
        var key = (await sammys[0].GetAsync("/keep")).Body;

        Assert.Equal("3", (await sammys[1].PostAsync("/everywhere")).Body);
        foreach (var browser in sammys)
        {
            Assert.Equal(401, (await browser.GetAsync("/me")).Status);
            browser.Dispose();
        }

        Assert.Equal(200, (await coral.GetAsync("/me")).Status);
        var sessions = app.Services.GetRequiredService<DigitalOceanSessions>();
        await Assert.ThrowsAsync<DigitalOceanAccessException>(() => sessions.OpenAccessAsync(key));
        Assert.Equal(0, await sessions.SignOutEverywhereAsync("sammy"));
    }

    [Fact]
    public async Task A_request_that_is_under_way_brings_no_session_back()
    {
        var app = await StartOnServerAsync();
        using var browser = await app.SignedInAsync();
        app.Time.Advance(Due);
        var underWay = browser.GetAsync("/hang");
        await _gate.Reached;
        Assert.Equal(1, await app.Services.GetRequiredService<DigitalOceanSessions>().SignOutEverywhereAsync("sammy"));
        _gate.Open();
        Assert.Equal(200, (await underWay).Status);

        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
        Assert.Equal(0, await app.Services.GetRequiredService<DigitalOceanSessions>().SignOutEverywhereAsync("sammy"));
    }

    [Fact]
    public async Task With_sessions_in_cookies_it_says_what_to_write()
    {
        var app = await StartHourlyAsync();
        var sessions = app.Services.GetRequiredService<DigitalOceanSessions>();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => sessions.SignOutEverywhereAsync("sammy"));

        Assert.Contains("builder.AddDropletDeck().StoreSessionsOnServer()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_annotated_class_has_sessions_of_its_own()
    {
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration.Concat(Provider.ConfigurationFor("Admin")),
            builder =>
            {
                builder.AddDropletDeck().StoreSessionsOnServer();
                builder.AddAdminDeck().StoreSessionsOnServer();
            },
            app =>
            {
                app.MapDropletDeck();
                app.MapAdminDeck();
                app.MapGet("/keep", ([FromKeyedServices(DropletDeck.Scheme)] DigitalOceanSessions sessions, HttpContext context) => sessions.KeepAccessAsync(context));
            }));
        using var user = await app.SignedInAsync();
        using var admin = await app.SignedInAsync("/admin/login");
        var sessions = app.Services.GetRequiredKeyedService<DigitalOceanSessions>(DropletDeck.Scheme);
        var others = app.Services.GetRequiredKeyedService<DigitalOceanSessions>(AdminDeck.Scheme);
        var key = (await user.GetAsync("/keep")).Body;
        await using (await sessions.OpenAccessAsync(key))
        {
            await Assert.ThrowsAsync<ArgumentException>(() => others.OpenAccessAsync(key));
        }

        Assert.Equal(1, await sessions.SignOutEverywhereAsync("sammy"));
        Assert.Equal(401, (await user.GetAsync("/me")).Status);
        Assert.Equal(200, (await admin.GetAsync("/admin/me")).Status);
        var error = Assert.Throws<InvalidOperationException>(app.Services.GetRequiredService<DigitalOceanSessions>);
        Assert.Contains("[FromKeyedServices(\"DropletDeck\")] DigitalOceanSessions", error.Message, StringComparison.Ordinal);
    }
}
