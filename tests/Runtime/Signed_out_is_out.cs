using Microsoft.AspNetCore.Authentication.Cookies;

namespace DoOAuth.Tests;

/// <summary>Logout and disconnect end what a browser began, also where its cookie lets nobody in any more.</summary>
public sealed class Signed_out_is_out : HourlyTokens
{
    private Task<TestApp> StartKeepingAsync(bool onServer = false, TimeSpan? cookieLife = null) => StartAsync(
        app =>
        {
            app.MapGet("/keep", (HttpContext context, DigitalOceanSessions sessions, CancellationToken cancel) => sessions.KeepAccessAsync(context, cancel));
            app.MapGet("/call", async (DigitalOceanClient client, CancellationToken cancel) => await client.GetStringAsync(Echo, cancel)).RequireDropletRead();
        },
        build: builder => builder.Services.Configure<CookieAuthenticationOptions>(
            DropletDeck.SessionScheme, options => options.ExpireTimeSpan = cookieLife ?? options.ExpireTimeSpan),
        add: builder =>
        {
            if (onServer)
            {
                builder.StoreSessionsOnServer();
            }
        });

    /// <summary>200, or why not.</summary>
    private static async Task<string> OpenAsync(TestApp app, string key)
    {
        try
        {
            await using var access = await app.Services.GetRequiredService<DigitalOceanSessions>().OpenAccessAsync(key);
            using var response = await access.Client.GetAsync(Echo);
            return ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (DigitalOceanAccessException exception)
        {
            return exception.Reason;
        }
    }

    [Theory]
    [InlineData(false, "/logout", 0)]
    [InlineData(true, "/logout", 0)]
    [InlineData(false, "/disconnect", 6)]
    public async Task Also_after_a_sign_in_whose_answer_was_lost(bool onServer, string end, int revoked)
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync(onServer);
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        using var lost = browser.Copy();
        await lost.SignInAsync();
        await browser.SignInAsync();
        Assert.Equal(204, (await browser.PostAsync(end)).Status);

        Assert.Equal(FailureReasons.LoginRequired, await OpenAsync(app, key));
        Assert.Equal(401, (await lost.GetAsync("/me")).Status);
        Assert.Equal(revoked, Provider.To("/v1/oauth/revoke").Count);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Also_where_the_cookie_has_expired(bool onServer, bool signsInAgain)
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync(onServer, TimeSpan.FromMinutes(10));
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        app.Time.Advance(TimeSpan.FromMinutes(11));
        if (signsInAgain)
        {
            await browser.SignInAsync();
        }

        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);
        Assert.Equal(FailureReasons.LoginRequired, await OpenAsync(app, key));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Also_where_logout_is_the_request_whose_refresh_is_refused(bool onServer)
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync(onServer);
        using var browser = await app.SignedInAsync();
        using var copy = browser.Copy();
        var key = (await browser.GetAsync("/keep")).Body;
        var (usual, refused) = (Provider.Token, 0);
        Provider.Token = (context, request) => Interlocked.Increment(ref refused) == 1 ? Answer.Error(context, 400, "invalid_grant") : usual(context, request);
        app.Time.Advance(Due);
        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);

        Assert.Equal(FailureReasons.LoginRequired, await OpenAsync(app, key));
        Assert.Equal(401, (await copy.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Also_with_the_cookie_of_a_session_that_was_just_replaced()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync();
        using var browser = await app.SignedInAsync();
        using var late = browser.Copy();
        await browser.SignInAsync();
        Assert.Equal(204, (await late.PostAsync("/logout")).Status);

        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }

    [Theory]
    [InlineData("/logout")]
    [InlineData("/disconnect")]
    public async Task Also_for_kept_access_of_another_team_however_often_the_user_signs_in(string end)
    {
        var strict = new StrictTokens(Provider, Hour) { Team = "reef" };
        var app = await StartKeepingAsync();
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        strict.Team = "lagoon";
        await browser.SignInAsync();
        app.Time.Advance(Hour);
        Assert.Equal("200", await OpenAsync(app, key));
        for (var time = 0; time < 6; time++)
        {
            await browser.SignInAsync();
        }

        Assert.Equal("200", await OpenAsync(app, key));
        Assert.Equal(204, (await browser.PostAsync(end)).Status);
        Assert.Equal(FailureReasons.LoginRequired, await OpenAsync(app, key));
    }

    [Fact]
    public async Task Kept_access_of_a_replaced_session_lives_for_as_long_as_it_is_used()
    {
        _ = new StrictTokens(Provider, TimeSpan.FromDays(365));
        var app = await StartKeepingAsync();
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        await browser.SignInAsync();
        await browser.SignInAsync();
        for (var month = 1; month <= 14; month++)
        {
            app.Time.Advance(TimeSpan.FromDays(31));
            Assert.Equal("200", await OpenAsync(app, key));
        }

        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);
        Assert.Equal(FailureReasons.LoginRequired, await OpenAsync(app, key));
    }

    [Theory]
    [InlineData(400, """{"id":"bad_request","message":"x"}""")]
    [InlineData(403, """{"id":"forbidden","message":"x"}""")]
    [InlineData(404, """{"id":"not_found","message":"x"}""")]
    [InlineData(400, """{"error":"invalid_request"}""")]
    [InlineData(400, """{"error":"invalid_grant"}""")]
    public async Task Where_refresh_tokens_cannot_be_revoked_the_access_token_decides(int status, string body)
    {
        Provider.Revoke = (context, request) => request.Form["token"].StartsWith("dor_", StringComparison.Ordinal)
            ? Answer.Json(context, status, body)
            : Answer.Json(context, 200, "{}");
        var app = await StartKeepingAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
        Assert.Contains(Provider.To("/v1/oauth/revoke"), request => request.Form["token"].StartsWith("doo_", StringComparison.Ordinal));
        Assert.Contains(app.Logs.Own, line => line.Message.StartsWith("DropletDeck: a token could not be revoked", StringComparison.Ordinal));
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Late_requests_at_a_machine_that_knows_less_take_no_newer_cookie()
    {
        _ = new StrictTokens(Provider, Hour);
        var keys = new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider();
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        using var browser = await one.SignedInAsync();
        using var old = two.NewBrowser();
        old.Cookies.Add(two.Address, new System.Net.Cookie(browser.SessionCookie()!.Name, browser.SessionCookie()!.Value));
        one.Time.Advance(Due);
        two.Time.Advance(Due);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
        for (var request = 0; request < 4; request++)
        {
            var late = await old.GetAsync("/me");
            Assert.Equal((401, FailureReasons.InvalidGrant), (late.Status, late.Reason));
            Assert.Null(late.Header("Set-Cookie"));
        }

        Task<TestApp> StartAsync() => TestApp.StartAsync(
            Provider, build: builder => builder.Services.AddSingleton<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>(keys));
    }
}
