namespace DoOAuth.Tests;

/// <summary>However the parts play together, a browser arrives somewhere.</summary>
public sealed class Redirect_loops : ScriptedTests
{
    private Task<TestApp> StartGuardedAsync() => StartAsync(app => app.MapGet("/droplets", () => "droplets").RequireDropletRead());

    [Theory]
    [InlineData("/login")]
    [InlineData("/login?returnUrl=%2Flogin")]
    [InlineData("/login?returnUrl=%2Flogin%3FreturnUrl%3D%252Flogin%253FreturnUrl%253D%25252Fdroplets")]
    [InlineData("/callback")]
    [InlineData("/callback?code=x&state=y")]
    [InlineData("/logout")]
    [InlineData("/me")]
    [InlineData("/nowhere")]
    public async Task A_returnUrl_that_is_one_of_our_own_endpoints_ends(string returnUrl)
    {
        var app = await StartGuardedAsync();
        using var browser = app.NewBrowser();
        var page = await browser.FollowAsync("/login?returnUrl=" + Uri.EscapeDataString(returnUrl), most: 16);

        Assert.False(page.IsRedirect);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_browser_that_keeps_no_cookies_is_told_so_at_the_callback()
    {
        var app = await StartGuardedAsync();
        var address = new Uri(app.Address, "/droplets");
        Page page;
        var hops = 0;
        do
        {
            using var forgetful = app.NewBrowser();
            page = await forgetful.LoadAsync(address.AbsoluteUri);
            address = page.IsRedirect ? page.Location : address;
        }
        while (page.IsRedirect && ++hops < 10);

        Assert.Equal(400, page.Status);
        Assert.Contains(FailureReasons.StateMismatch, page.Body, StringComparison.Ordinal);
        Assert.Single(Provider.To("/v1/oauth/authorize"));
    }

    [Fact]
    public async Task A_provider_that_refuses_at_once_is_not_asked_again()
    {
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", "login_required"));
        var app = await StartGuardedAsync();
        using var browser = app.NewBrowser();
        var page = await browser.FollowAsync("/droplets");

        Assert.Equal(403, page.Status);
        Assert.Single(Provider.To("/v1/oauth/authorize"));
    }

    [Fact]
    public async Task A_token_that_is_dead_on_arrival_and_cannot_be_renewed_signs_nobody_in()
    {
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().With("expires_in", 0).Without("refresh_token").ToString());
        var app = await StartGuardedAsync();
        app.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        using var browser = app.NewBrowser();
        var page = await browser.FollowAsync("/droplets");

        Assert.Equal(502, page.Status);
        Assert.Contains(FailureReasons.ProviderError, page.Body, StringComparison.Ordinal);
        Assert.Single(Provider.TokenRequests);
    }
}
