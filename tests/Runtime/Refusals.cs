namespace DoOAuth.Tests;

public sealed class Refusals : ScriptedTests
{
    private const string Hostile = "<script>alert(1)</script>\r\nSet-Cookie: evil=1\u001b[31mred";

    [Theory]
    [InlineData("access_denied", 403, FailureReasons.AccessDenied)]
    [InlineData("login_required", 403, FailureReasons.LoginRequired)]
    [InlineData("consent_required", 403, FailureReasons.ConsentRequired)]
    [InlineData("unauthorized_client", 502, FailureReasons.InvalidClient)]
    [InlineData("server_error", 502, FailureReasons.ProviderError)]
    [InlineData("temporarily_unavailable", 502, FailureReasons.ProviderError)]
    [InlineData("<script>alert(1)</script>", 502, FailureReasons.ProviderError)]
    [InlineData("", 502, FailureReasons.ProviderError)]
    public async Task An_error_that_comes_back_has_its_status_and_reason(string error, int status, string reason)
    {
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", error), ("error_description", Hostile));
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInForProblemAsync("/login?returnUrl=%2Fdroplets");

        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal(reason, answer.Reason);
        Assert.Equal(status, (int?)answer.Json["status"]);
        Assert.Equal("/login?returnUrl=%2Fdroplets", (string?)answer.Json["login"]);
        Assert.Contains(app.Logs.Own, line => line.Message == $"DropletDeck: a sign-in failed: {reason}.");
        AssertNobodyGotIn(answer, app);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_page_load_gets_a_page_with_a_way_back()
    {
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", "access_denied"), ("error_description", Hostile));
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInAsync("/login?returnUrl=%2Fdroplets");

        Assert.Equal(403, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.ContentType);
        Assert.StartsWith("default-src 'none';", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Contains("Access was denied", answer.Body, StringComparison.Ordinal);
        Assert.Contains("access_denied", answer.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/login?returnUrl=%2Fdroplets\"", answer.Body, StringComparison.Ordinal);
        AssertNobodyGotIn(answer, app);
    }

    [Fact]
    public async Task A_script_that_fetches_text_html_is_no_page_load()
    {
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", "access_denied"));
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync();
        var answer = await browser.GetAsync(callback.AbsoluteUri, ("Accept", "text/html"), ("Sec-Fetch-Mode", "cors"));

        Assert.Equal("application/problem+json", answer.ContentType);
    }

    [Fact]
    public async Task An_error_beside_a_code_wins()
    {
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("code", "code-1"), ("error", "access_denied"));
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInForProblemAsync();

        Assert.Equal(403, answer.Status);
        Assert.Empty(Provider.TokenRequests);
    }

    [Fact]
    public async Task A_callback_with_neither_code_nor_error_is_the_providers_fault()
    {
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request);
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInForProblemAsync();

        Assert.Equal(502, answer.Status);
        Assert.Equal(FailureReasons.ProviderError, answer.Reason);
    }

    [Fact]
    public async Task After_a_refusal_the_next_sign_in_works()
    {
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", "access_denied"));
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        Assert.Equal(403, (await browser.SignInAsync()).Status);
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("code", "code-2"));

        Assert.Equal(302, (await browser.SignInAsync()).Status);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    private void AssertNobodyGotIn(Page answer, TestApp app)
    {
        Assert.DoesNotContain(answer.SetCookies, cookie => cookie.StartsWith(".DoOAuth.DropletDeck=", StringComparison.Ordinal));
        Assert.Empty(Provider.TokenRequests);
        Assert.Null(answer.Header("Location"));
        Leaks.AssertNone(answer, app, Provider, "<script>", "alert(1)", "evil", "\u001b");
    }
}
