namespace DoOAuth.Tests;

/// <summary>Who is asked for more and refuses is back where they were, still signed in, with nothing lost.</summary>
public sealed class Refused_step_up : ScriptedTests
{
    private const string Html = "text/html,application/xhtml+xml,*/*;q=0.8";

    private async Task<(TestApp App, Browser Browser)> StartRefusingAsync()
    {
        var app = await StartAsync(app =>
        {
            app.MapGet("/list", () => "list").RequireDropletRead();
            app.MapGet("/new", () => "new").RequireDropletCreate();
            app.MapGet("/old", () => "old").RequireDropletDelete();
        });
        var browser = await app.SignedInAsync();
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", "access_denied"));
        return (app, browser);
    }

    private int Asked => Provider.To("/v1/oauth/authorize").Count - 1;

    private static Task<Page> LoadFromAsync(Browser browser, string address, string referrer) =>
        browser.SendAsync(HttpMethod.Get, address, ("Accept", Html), ("Referer", referrer));

    private static async Task<Page> RefuseAsync(Browser browser, Page away)
    {
        var back = await browser.LoadAsync(away.Location.AbsoluteUri);
        return await browser.LoadAsync(back.Location.AbsoluteUri);
    }

    [Fact]
    public async Task They_are_back_on_the_page_that_they_came_from()
    {
        var (app, browser) = await StartRefusingAsync();
        var away = await LoadFromAsync(browser, "/new", new Uri(app.Address, "/list?page=2").AbsoluteUri);
        var refused = await RefuseAsync(browser, away);

        Assert.Equal((302, "/list?page=2"), (refused.Status, refused.Header("Location")));
        Assert.Equal("list", (await browser.LoadAsync("/list?page=2")).Body);
        Assert.Equal(["account:read", "droplet:read"], (await browser.GetAsync("/me")).Scopes());

        // Who tries again is asked again.
        Assert.Equal(302, (await LoadFromAsync(browser, "/new", new Uri(app.Address, "/list?page=2").AbsoluteUri)).Status);
    }

    [Fact]
    public async Task Where_that_is_not_known_the_page_says_what_it_lacks_and_asks_again_when_it_is_loaded_again()
    {
        var (_, browser) = await StartRefusingAsync();
        var page = await browser.FollowAsync("/new?size=big");

        Assert.Equal((403, "/new"), (page.Status, page.Address.AbsolutePath));
        Assert.Contains("droplet:create", page.Body, StringComparison.Ordinal);
        Assert.Contains("access_denied", page.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/login?returnUrl=%2Fnew%3Fsize%3Dbig&amp;scope=droplet%3Acreate\"", page.Body, StringComparison.Ordinal);
        Assert.Equal(1, Asked);
        await browser.FollowAsync("/new?size=big");
        Assert.Equal(2, Asked);
    }

    [Fact]
    public async Task What_is_noted_of_it_in_the_browser_is_for_a_minute_and_not_for_scripts()
    {
        var (_, browser) = await StartRefusingAsync();
        var refused = await RefuseAsync(browser, await browser.LoadAsync("/new"));

        var note = refused.SetCookies.Single(cookie => cookie.StartsWith(".DoOAuth.DropletDeck.Refused=", StringComparison.Ordinal));
        Assert.Contains("max-age=60", note, StringComparison.Ordinal);
        Assert.Contains("httponly", note, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_needs_the_scope_itself_does_not_go_round()
    {
        var (app, browser) = await StartRefusingAsync();
        var away = await LoadFromAsync(browser, "/new", new Uri(app.Address, "/new").AbsoluteUri);
        var refused = await RefuseAsync(browser, away);

        Assert.Equal("/new", refused.Header("Location"));
        Assert.Equal(403, (await LoadFromAsync(browser, "/new", new Uri(app.Address, "/new").AbsoluteUri)).Status);
    }

    [Theory]
    [InlineData("https://evil.example/list")]
    [InlineData("http://HOST.evil.example/list")]
    [InlineData("http://evil.example@/list")]
    [InlineData("http://HOST//evil.example")]
    [InlineData("http://HOST/%2Fevil.example")]
    [InlineData("http://HOST/%5C%5Cevil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/list")]
    [InlineData("about:blank")]
    [InlineData("")]
    public async Task Only_a_page_of_this_host_is_gone_back_to(string referrer)
    {
        var (app, browser) = await StartRefusingAsync();
        var away = await LoadFromAsync(browser, "/new", referrer.Replace("HOST", app.Address.Authority, StringComparison.Ordinal));

        Assert.Equal("/new", (await RefuseAsync(browser, away)).Header("Location"));
    }

    [Fact]
    public async Task A_link_that_asks_for_the_scope_leads_back_to_its_return_address()
    {
        var (_, browser) = await StartRefusingAsync();
        var page = await browser.FollowAsync(DropletDeck.Links.Login("/list", Scopes.Droplet.Create));

        Assert.Equal((200, "/list"), (page.Status, page.Address.AbsolutePath));
    }

    [Fact]
    public async Task Another_scope_is_asked_for_all_the_same()
    {
        var (_, browser) = await StartRefusingAsync();
        await RefuseAsync(browser, await browser.LoadAsync("/new"));

        Assert.Equal(302, (await browser.LoadAsync("/old")).Status);
    }

    [Fact]
    public async Task Who_is_signed_out_meanwhile_is_told_that_access_was_refused()
    {
        var (_, browser) = await StartRefusingAsync();
        var away = await browser.LoadAsync("/new");
        await browser.PostAsync("/logout");
        var refused = await RefuseAsync(browser, away);

        Assert.Equal(403, refused.Status);
        Assert.Contains("access_denied", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_sign_in_leads_nowhere_when_it_is_refused()
    {
        var (app, _) = await StartRefusingAsync();
        using var browser = app.NewBrowser();
        var page = await browser.FollowAsync("/list");

        Assert.Equal((403, "/callback"), (page.Status, page.Address.AbsolutePath));
    }
}
