namespace DoOAuth.Tests;

/// <summary>Logout forgets the session here; disconnect revokes the token at DigitalOcean first.</summary>
public sealed class Leaving : ScriptedTests
{
    [Theory]
    [InlineData("/logout")]
    [InlineData("/disconnect")]
    public async Task A_program_gets_204_and_the_session_is_over(string path)
    {
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        using var thief = browser.Copy();
        Assert.Equal(200, (await thief.GetAsync("/me")).Status);
        var answer = await browser.PostAsync(path);

        Assert.Equal(204, answer.Status);
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Null(browser.SessionCookie());
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
        Assert.Equal(401, (await thief.GetAsync("/me")).Status);
        Leaks.AssertNone(answer, app, Provider);
    }

    [Theory]
    [InlineData("/logout")]
    [InlineData("/disconnect")]
    public async Task A_page_load_is_sent_home(string path)
    {
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        var answer = await browser.SubmitAsync(path);

        Assert.Equal(303, answer.Status);
        Assert.Equal("/", answer.Header("Location"));
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }

    [Theory]
    [InlineData("/logout")]
    [InlineData("/disconnect")]
    public async Task An_old_cookie_stays_dead(string path)
    {
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        using var thief = browser.Copy();
        await browser.PostAsync(path);
        foreach (var days in new[] { 0, 1, 25, 60 })
        {
            app.Time.Advance(TimeSpan.FromDays(days));
            Assert.Equal(401, (await thief.GetAsync("/me")).Status);
        }

        Assert.Empty(Provider.Refreshes);
        Assert.Equal(302, (await browser.SignInAsync()).Status);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Logout_does_not_bother_DigitalOcean()
    {
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        var before = Provider.Requests.Count;
        await browser.PostAsync("/logout");

        Assert.Equal(before, Provider.Requests.Count);
    }

    [Fact]
    public async Task Logout_of_whoever_is_signed_out_is_no_error()
    {
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);
        Assert.Equal(303, (await browser.SubmitAsync("/logout")).Status);
    }

    [Fact]
    public async Task Disconnect_of_whoever_is_signed_out_is_401_and_a_page_load_goes_to_login()
    {
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        Assert.Equal(401, (await browser.PostAsync("/disconnect")).Status);
        var page = await browser.SubmitAsync("/disconnect");
        Assert.Equal(303, page.Status);
        Assert.Equal("/login", page.Header("Location"));
    }

    [Theory]
    [InlineData("/logout")]
    [InlineData("/disconnect")]
    public async Task A_link_cannot_do_it(string path)
    {
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        Assert.Equal(405, (await browser.LoadAsync(path)).Status);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Both_tokens_are_revoked_in_the_form_that_DigitalOcean_documents()
    {
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        await browser.PostAsync("/disconnect");

        var requests = Provider.To("/v1/oauth/revoke");
        Assert.Equal(2, requests.Count);
        Assert.All(requests, request =>
        {
            Assert.Equal("POST", request.Method);
            Assert.Equal("", request.Query);
            Assert.Equal("application/x-www-form-urlencoded", request.Headers["Content-Type"]);
            Assert.Equal("token", Assert.Single(request.Form.Keys));
            Assert.StartsWith("doo_v1_access", request.Bearer, StringComparison.Ordinal);
        });

        // The refresh token first, as long as the access token still says who asks.
        Assert.StartsWith("dor_v1_refresh", requests[0].Form["token"], StringComparison.Ordinal);
        Assert.Equal(requests[1].Bearer, requests[1].Form["token"]);
        Assert.Contains(app.Logs.Own, line => line.Message == "DropletDeck: a token was revoked.");
    }

    [Theory]
    [InlineData(400, "invalid_request")]
    [InlineData(401, "invalid_client")]
    [InlineData(403, "unauthorized_client")]
    public async Task A_server_that_authenticates_the_client_gets_its_credentials_and_no_bearer(int status, string error)
    {
        Provider.Revoke = (context, request) => request.Bearer is null && request.Form.ContainsKey("client_secret")
            ? Answer.Json(context, 200, "{}")
            : Answer.Error(context, status, error);
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
        var accepted = Provider.To("/v1/oauth/revoke").Where(request => request.Bearer is null).ToList();
        Assert.Equal(["dor_v1_refresh", "doo_v1_access"], accepted.Select(request => request.Form["token"][..^4]));
        Assert.All(accepted, request => Assert.Equal(["client_id", "client_secret", "token"], request.Form.Keys.Order(StringComparer.Ordinal)));
        Assert.DoesNotContain(Provider.To("/v1/oauth/revoke"), request => request.Bearer is not null && request.Form.Count > 1);
    }

    [Fact]
    public async Task A_server_that_wants_to_know_the_client_and_says_no_more_than_401_revokes_both()
    {
        Provider.Revoke = (context, request) => request.Form.ContainsKey("client_secret")
            ? Answer.Json(context, 200, "{}")
            : Answer.Bytes(context, 401, "text/plain", []);
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
        Assert.Equal(
            ["dor_v1_refresh", "doo_v1_access"],
            Provider.To("/v1/oauth/revoke").Where(request => request.Bearer is null).Select(request => request.Form["token"][..^4]));
    }

    [Fact]
    public async Task A_server_that_accepts_neither_form_is_not_taken_for_one_that_confirmed()
    {
        Provider.Revoke = (context, request) => request.Bearer is null
            ? Answer.Bytes(context, 401, "text/plain", [])
            : Answer.Error(context, 400, "invalid_request");
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal((502, FailureReasons.ProviderError), (await browser.PostAsync("/disconnect") is var answer ? answer.Status : 0, answer.Reason));
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_server_that_cannot_revoke_refresh_tokens_is_no_reason_to_stay_connected()
    {
        Provider.Revoke = (context, request) => request.Form["token"].StartsWith("dor_", StringComparison.Ordinal)
            ? Answer.Error(context, 400, "unsupported_token_type")
            : Answer.Json(context, 200, "{}");
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_refresh_token_outlives_a_dead_access_token_and_is_revoked_all_the_same()
    {
        Provider.Revoke = (context, request) => request.Bearer is not null
            ? Answer.Json(context, 401, """{"id":"unauthorized","message":"Unable to authenticate you"}""")
            : Answer.Json(context, 200, "{}");
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
        Assert.Contains(Provider.To("/v1/oauth/revoke"), request =>
            request.Bearer is null && request.Form["token"].StartsWith("dor_v1_refresh", StringComparison.Ordinal));
    }

    public static TheoryData<string, int, string> Faults => new()
    {
        { "reset", 502, FailureReasons.ProviderUnreachable },
        { "silence", 504, FailureReasons.ProviderUnreachable },
        { "500", 502, FailureReasons.ProviderError },
        { "html", 502, FailureReasons.ProviderError },
        { "redirect", 502, FailureReasons.ProviderError },
        { "invalid_client", 502, FailureReasons.InvalidClient },
        { "access_denied", 502, FailureReasons.AccessDenied },
        { "flood", 502, FailureReasons.ProviderError },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Where_DigitalOcean_does_not_confirm_the_session_stays(string fault, int status, string reason)
    {
        Provider.Revoke = (context, _) => fault switch
        {
            "reset" => Answer.Reset(context),
            "silence" => Answer.Silence(context),
            "flood" => Answer.Flood(context),
            "html" => Answer.Bytes(context, 503, "text/html", "<html>provider-text</html>"u8.ToArray()),
            "redirect" => Answer.Json(context, 302, "{}"),
            "500" => Answer.Json(context, 500, """{"id":"server_error","message":"provider-text"}"""),
            _ => Answer.Error(context, 401, fault, "provider-text"),
        };
        var app = await StartAsync(options: options => options.BackchannelTimeout = TimeSpan.FromMilliseconds(fault == "silence" ? 300 : 10000));
        using var browser = await app.SignedInAsync();
        var answer = await browser.PostAsync("/disconnect");

        Assert.Equal(status, answer.Status);
        Assert.Equal(reason, answer.Reason);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
        Leaks.AssertNone(answer, app, Provider, "provider-text");

        var page = await browser.SubmitAsync("/disconnect");
        Assert.Equal(status, page.Status);
        Assert.Equal("text/html; charset=utf-8", page.ContentType);
        Leaks.AssertNone(page, app, Provider, "provider-text");

        Provider.Revoke = (context, _) => Answer.Json(context, 200, "{}");
        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(204, "")]
    [InlineData(200, "null")]
    [InlineData(400, """{"error":"invalid_token"}""")]
    [InlineData(401, """{"error":"invalid_token"}""")]
    [InlineData(401, """{"id":"unauthorized","message":"Unable to authenticate you"}""")]
    [InlineData(401, "")]
    public async Task Any_confirmation_will_do_and_a_token_that_is_dead_already_too(int status, string body)
    {
        Provider.Revoke = (context, _) => status == 204 ? Task.FromResult(context.Response.StatusCode = 204) : Answer.Json(context, status, body);
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }
}
