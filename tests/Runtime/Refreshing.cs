namespace DoOAuth.Tests;

/// <summary>Tokens are refreshed at the start of a signed-in request, once per session, and the session outlives what goes wrong meanwhile.</summary>
public sealed class Refreshing : ScriptedTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Due = Hour - TimeSpan.FromMinutes(4);

    private async Task<(TestApp App, Browser Browser)> SignInAsync(TimeSpan? lifetime = null, Action<DigitalOceanOptions>? options = null)
    {
        Provider.Lifetime(lifetime ?? Hour);
        var app = await StartAsync(
            app =>
            {
                app.MapGet("/call", Call).RequireDropletRead();
                app.MapPost("/call", Call).RequireDropletRead();
                app.MapGet("/open", () => "open");
                app.MapGet("/anybody-signed-in", Call).RequireAuthorization();
            },
            options);
        return (app, await app.SignedInAsync());

        static async Task<string> Call(DigitalOceanClient client, CancellationToken cancel) => await client.GetStringAsync(new Uri("/v2/echo", UriKind.Relative), cancel);
    }

    [Theory]
    [InlineData(3600, 3299, false)]
    [InlineData(3600, 3301, true)]
    [InlineData(2592000, 2591690, false)]
    [InlineData(2592000, 2591710, true)]
    [InlineData(600, 539, false)]
    [InlineData(600, 541, true)]
    [InlineData(60, 53, false)]
    [InlineData(60, 55, true)]
    public async Task It_is_due_when_a_tenth_of_the_life_is_left_or_five_minutes(int lifetime, int passed, bool due)
    {
        var (app, browser) = await SignInAsync(TimeSpan.FromSeconds(lifetime));
        app.Time.Advance(TimeSpan.FromSeconds(passed));
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);

        Assert.Equal(due ? 1 : 0, Provider.Refreshes.Count);
    }

    [Fact]
    public async Task The_refresh_spends_the_token_in_a_form_body_and_the_new_ones_take_its_place()
    {
        var (app, browser) = await SignInAsync();
        var before = browser.SessionCookie()!.Value;
        var old = (string)(await browser.GetAsync("/call")).Json["bearer"]!;
        app.Time.Advance(Due);
        var answer = await browser.GetAsync("/call");

        var request = Assert.Single(Provider.Refreshes);
        Assert.Equal("", request.Query);
        Assert.Equal(["client_id", "client_secret", "grant_type", "refresh_token"], request.Form.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("dor_v1_refresh", request.Form["refresh_token"], StringComparison.Ordinal);
        Assert.NotEqual(old, (string?)answer.Json["bearer"]);
        Assert.NotEqual(before, browser.SessionCookie()!.Value);
        Assert.Contains(app.Logs.Own, line => line.Message == "DropletDeck: a token was refreshed.");
        Leaks.AssertNone(app, Provider);

        app.Time.Advance(Due);
        await browser.GetAsync("/call");
        Assert.Equal(2, Provider.Refreshes.Count);
        Assert.NotEqual(Provider.Refreshes[0].Form["refresh_token"], Provider.Refreshes[1].Form["refresh_token"]);
    }

    [Fact]
    public async Task Me_tells_the_new_expiry()
    {
        var (app, browser) = await SignInAsync();
        app.Time.Advance(Due);
        var me = await browser.GetAsync("/me");

        Assert.Equal(app.Time.GetUtcNow() + Hour, DateTimeOffset.Parse((string)me.Json["expiresAt"]!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_session_lives_on_for_as_long_as_it_is_refreshed()
    {
        var (app, browser) = await SignInAsync(TimeSpan.FromDays(30));
        for (var month = 1; month <= 12; month++)
        {
            app.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
            Assert.Equal(200, (await browser.GetAsync("/me")).Status);
            Assert.Equal(month, Provider.Refreshes.Count);
        }
    }

    [Fact]
    public async Task Thirty_requests_at_once_share_one_refresh_and_all_go_on_with_the_new_token()
    {
        var (app, browser) = await SignInAsync();
        app.Time.Advance(Due);
        var arrived = new TaskCompletionSource();
        var usual = Provider.Token;
        Provider.Token = async (context, request) =>
        {
            arrived.TrySetResult();
            await Task.Delay(150);
            await usual(context, request);
        };
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => browser.Copy().GetAsync("/call")));

        Assert.True(arrived.Task.IsCompleted);
        Assert.Single(Provider.Refreshes);
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(answers.Select(answer => (string?)answer.Json["bearer"]).Distinct());
    }

    [Fact]
    public async Task An_old_cookie_gets_the_new_token_for_ten_minutes()
    {
        var (app, browser) = await SignInAsync();
        using var late = browser.Copy();
        app.Time.Advance(Due);
        var fresh = (string?)(await browser.GetAsync("/call")).Json["bearer"];
        app.Time.Advance(TimeSpan.FromMinutes(9));
        using (var later = late.Copy())
        {
            Assert.Equal(fresh, (string?)(await later.GetAsync("/call")).Json["bearer"]);
        }

        Assert.Single(Provider.Refreshes);
        app.Time.Advance(TimeSpan.FromMinutes(2));
        Provider.Token = (context, _) => Answer.Error(context, 400, "invalid_grant");
        Assert.Equal(401, (await late.GetAsync("/call")).Status);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Without_a_new_refresh_token_the_old_one_is_kept()
    {
        var (app, browser) = await SignInAsync();
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().With("expires_in", 3600).Without("refresh_token").ToString());
        app.Time.Advance(Due);
        await browser.GetAsync("/me");
        app.Time.Advance(Due);
        await browser.GetAsync("/me");

        Assert.Equal(2, Provider.Refreshes.Count);
        Assert.Single(Provider.Refreshes.Select(request => request.Form["refresh_token"]).Distinct());
    }

    [Fact]
    public async Task What_the_refresh_says_of_scopes_and_user_changes_neither()
    {
        var (app, browser) = await SignInAsync();
        var before = await browser.GetAsync("/me");
        Provider.Token = (context, _) => Answer.Json(
            context, 200, Provider.TokenAnswer().With("scope", "write").WithInfo("uuid", "somebody-else").With("expires_in", 3600).ToString());
        app.Time.Advance(Due);
        var after = await browser.GetAsync("/me");

        Assert.Equal(before.Scopes(), after.Scopes());
        Assert.Equal((string?)before.Json["uuid"], (string?)after.Json["uuid"]);
    }

    [Fact]
    public async Task A_sign_in_without_a_refresh_token_lasts_as_long_as_its_token()
    {
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().With("expires_in", 3600).Without("refresh_token").ToString());
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        app.Time.Advance(Hour - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var me = await browser.GetAsync("/me");

        Assert.Equal(401, me.Status);
        Assert.Equal(FailureReasons.InvalidGrant, me.Reason);
        Assert.Empty(Provider.Refreshes);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("silence")]
    [InlineData("html")]
    [InlineData("unpacked")]
    [InlineData("server_error")]
    [InlineData("invalid_client")]
    public async Task While_DigitalOcean_is_away_the_old_token_goes_on_and_after_that_the_session_waits(string fault)
    {
        var (app, browser) = await SignInAsync(options: options => options.BackchannelTimeout = TimeSpan.FromMilliseconds(fault == "silence" ? 200 : 10000));
        var usual = Provider.Token;
        var old = (string?)(await browser.GetAsync("/call")).Json["bearer"];
        Provider.Token = (context, _) =>
        {
            context.Response.Headers.ContentEncoding = fault == "unpacked" ? "br" : default;
            return fault switch
            {
                "reset" => Answer.Reset(context),
                "silence" => Answer.Silence(context),
                "html" or "unpacked" => Answer.Bytes(context, 503, "text/html", "<html>provider-text</html>"u8.ToArray()),
                _ => Answer.Error(context, 400, fault, "provider-text"),
            };
        };

        app.Time.Advance(Due);
        Assert.Equal(old, (string?)(await browser.GetAsync("/call")).Json["bearer"]);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);

        app.Time.Advance(TimeSpan.FromMinutes(5));
        foreach (var answer in new[] { await browser.GetAsync("/call"), await browser.PostAsync("/call"), await browser.GetAsync("/me") })
        {
            Assert.Equal(503, answer.Status);
            Assert.Equal(FailureReasons.ProviderUnreachable, answer.Reason);
            Assert.Equal("no-store", answer.Header("Cache-Control"));
            Assert.NotNull(answer.Header("Retry-After"));
            Leaks.AssertNone(answer, app, Provider, "provider-text");
        }

        var page = await browser.LoadAsync("/call");
        Assert.Equal(503, page.Status);
        Assert.Equal("text/html; charset=utf-8", page.ContentType);
        Assert.Equal(200, (await browser.GetAsync("/open")).Status);
        Assert.Equal(503, (await browser.GetAsync("/anybody-signed-in")).Status);

        Provider.Token = usual;
        var recovered = await browser.GetAsync("/call");
        Assert.Equal(200, recovered.Status);
        Assert.NotEqual(old, (string?)recovered.Json["bearer"]);
    }

    [Fact]
    public async Task Invalid_grant_ends_the_session_with_its_reason()
    {
        var (app, browser) = await SignInAsync();
        using var page = browser.Copy();
        Provider.Token = (context, _) => Answer.Error(context, 400, "invalid_grant", "provider-text");
        app.Time.Advance(Due);
        var answer = await browser.GetAsync("/call");

        Assert.Equal(401, answer.Status);
        Assert.Equal(FailureReasons.InvalidGrant, answer.Reason);
        Assert.Null(browser.SessionCookie());
        Leaks.AssertNone(answer, app, Provider, "provider-text");
        Assert.Null((await browser.GetAsync("/me")).Json["reason"]);

        var away = await page.LoadAsync("/call");
        Assert.Equal("/login?returnUrl=%2Fcall", away.Header("Location"));
        Assert.Null(page.SessionCookie());
    }

    [Fact]
    public async Task A_failure_is_never_kept()
    {
        var (app, browser) = await SignInAsync();
        using var copy = browser.Copy();
        var usual = Provider.Token;
        Provider.Token = (context, _) => Answer.Error(context, 400, "invalid_grant");
        app.Time.Advance(Due);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
        Provider.Token = usual;

        Assert.Equal(200, (await copy.GetAsync("/me")).Status);
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

        Assert.Equal(fresh, Assert.Single(Provider.To("/v1/oauth/revoke")).Form["token"]);
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
