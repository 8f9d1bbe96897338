namespace DoOAuth.Tests;

/// <summary>The session lasts until DigitalOcean says invalid_grant, and outlives everything else.</summary>
public sealed class Refreshing_in_trouble : HourlyTokens
{
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
        app.Time.Advance(TimeSpan.FromSeconds(30));
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
        Leaks.AssertNone(answer, app, Provider, "provider-text");

        // Another machine may have got later tokens, and the browser hold them by now: who comes with the same ones again has none.
        Assert.Equal(FailureReasons.InvalidGrant, (await browser.GetAsync("/me")).Reason);
        Assert.NotNull(browser.SessionCookie());
        app.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(FailureReasons.InvalidGrant, (await browser.GetAsync("/me")).Reason);
        Assert.Null(browser.SessionCookie());
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
}
