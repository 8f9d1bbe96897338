using Microsoft.Playwright;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>From the packed template to a signed-in user, and out again.</summary>
[Collection(WholeWay.Name)]
public sealed class SigningInTests(RunningApp app, Browser browser)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_user_signs_in_through_the_consent_page(bool onPhone)
    {
        await using var visitor = await browser.NewVisitorAsync(app, onPhone);

        await visitor.Page.GotoAsync("/");
        await visitor.PictureAsync("signed-out");
        await visitor.AskToSignInAsync();
        await visitor.PictureAsync("consent", fullPage: true);
        var asked = await visitor.Page.Locator("body").InnerTextAsync();
        await visitor.Approve.ClickAsync();
        await visitor.Button("Sign out").WaitForAsync();
        await visitor.PictureAsync("signed-in", fullPage: true);

        Assert.Contains("droplet:read", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("droplet:create", asked, StringComparison.Ordinal);
        Assert.Contains("DropletDesk wants to access", asked, StringComparison.Ordinal);
        Assert.Equal(app.Address.AbsoluteUri, visitor.Page.Url);
        var page = await visitor.Page.Locator("body").InnerTextAsync();
        Assert.Contains("Sammy the Shark", page, StringComparison.Ordinal);
        Assert.Contains("sammy@example.com", page, StringComparison.Ordinal);
        Assert.NotEqual(0, await visitor.Page.Locator(".droplets li").CountAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_page_is_wider_than_the_screen(bool onPhone)
    {
        await using var visitor = await browser.NewVisitorAsync(app, onPhone);
        async Task<bool> FitsAsync() => await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth");

        await visitor.Page.GotoAsync("/");
        Assert.True(await FitsAsync(), "signed out");
        await visitor.AskToSignInAsync();
        Assert.True(await FitsAsync(), "consent");
        await visitor.Approve.ClickAsync();
        await visitor.Button("Sign out").WaitForAsync();
        Assert.True(await FitsAsync(), "signed in");
    }

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(1200, ColorScheme.Dark)]
    public async Task Every_page_of_the_app_fits_and_keeps_nobody_out(int width, ColorScheme scheme)
    {
        await using var visitor = await browser.NewVisitorAsync(app.Address, width, scheme);
        await visitor.Page.GotoAsync("/");
        await PageChecks.AssertAsync(visitor, "app-signed-out");
        await visitor.SignInAsync();
        await PageChecks.AssertAsync(visitor, "app-signed-in");
    }

    [Fact]
    public async Task Who_refuses_gets_a_clear_answer_and_is_not_signed_in()
    {
        await using var visitor = await browser.NewVisitorAsync(app);

        await visitor.AskToSignInAsync();
        var answer = await visitor.Page.RunAndWaitForResponseAsync(
            () => visitor.Button("Deny").ClickAsync(),
            response => response.Url.Contains("/callback", StringComparison.Ordinal));
        await visitor.Page.WaitForLoadStateAsync();
        await visitor.PictureAsync("refused");
        var page = await visitor.Page.Locator("body").InnerTextAsync();
        var user = await visitor.Page.APIRequest.GetAsync("/me");

        Assert.Equal(403, answer.Status);
        Assert.Contains("access_denied", page, StringComparison.Ordinal);
        Assert.Equal(401, user.Status);
    }

    // Side by side or one below the other, by the width: a finger must be able to hit one of them.
    [Theory]
    [InlineData(320)]
    [InlineData(1200)]
    public async Task The_buttons_of_an_error_page_do_not_touch(int width)
    {
        await using var visitor = await browser.NewVisitorAsync(app.Address, width, ColorScheme.Light);
        await visitor.AskToSignInAsync();
        await visitor.Button("Deny").ClickAsync();
        await visitor.Page.GetByText("access_denied").WaitForAsync();

        await PageChecks.AssertAsync(visitor, "app-refused");
        var buttons = new List<LocatorBoundingBoxResult>();
        foreach (var button in await visitor.Page.Locator("main > a").AllAsync())
        {
            buttons.Add((await button.BoundingBoxAsync())!);
        }

        Assert.True(buttons.Count > 1);
        Assert.All(buttons.Skip(1).Zip(buttons), pair => Assert.True(
            pair.First.X >= pair.Second.X + pair.Second.Width + 8 || pair.First.Y >= pair.Second.Y + pair.Second.Height + 8,
            $"{pair.Second.X},{pair.Second.Y} {pair.Second.Width}x{pair.Second.Height}; {pair.First.X},{pair.First.Y}"));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1200)]
    public async Task An_unknown_address_has_a_page(int width)
    {
        await using var visitor = await browser.NewVisitorAsync(app.Address, width, ColorScheme.Light);

        var answer = await visitor.Page.GotoAsync("/no/such/page");
        await PageChecks.AssertAsync(visitor, "app-not-found");
        var api = await visitor.Page.APIRequest.GetAsync("/api/no-such", new() { Headers = new Dictionary<string, string> { ["Accept"] = "application/json" } });
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the start page" }).ClickAsync();

        Assert.Equal(404, answer!.Status);
        Assert.Equal((404, "application/problem+json"), (api.Status, api.Headers["content-type"].Split(';')[0]));
        Assert.Equal(app.Address.AbsoluteUri, visitor.Page.Url);
    }

    [Fact]
    public async Task Creating_a_droplet_asks_for_the_scope_and_comes_back()
    {
        await using var visitor = await browser.NewVisitorAsync(app);
        await visitor.SignInAsync();

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Create a droplet" }).ClickAsync();
        await visitor.Approve.WaitForAsync();
        await visitor.PictureAsync("step-up", fullPage: true);
        var asked = await visitor.Page.Locator("body").InnerTextAsync();
        await visitor.Approve.ClickAsync();
        await visitor.Page.GetByLabel("Name").FillAsync("from-the-browser");
        await visitor.PictureAsync("new-droplet");
        await visitor.Button("Create").ClickAsync();
        await visitor.Page.GetByText("from-the-browser").WaitForAsync();
        await visitor.PictureAsync("created", fullPage: true);

        Assert.Contains("droplet:create", asked, StringComparison.Ordinal);
        Assert.Equal(app.Address.AbsoluteUri, visitor.Page.Url);
    }

    [Fact]
    public async Task Who_refuses_the_further_scope_is_back_on_the_page_that_led_there()
    {
        await using var visitor = await browser.NewVisitorAsync(app);
        await visitor.SignInAsync();

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Create a droplet" }).ClickAsync();
        await visitor.Button("Deny").ClickAsync();
        await visitor.Button("Sign out").WaitForAsync();

        Assert.Equal(app.Address.AbsoluteUri, visitor.Page.Url);
    }

    [Fact]
    public async Task Who_refuses_the_further_scope_stays_signed_in()
    {
        await using var visitor = await browser.NewVisitorAsync(app);
        await visitor.SignInAsync();

        await visitor.Page.GotoAsync("/droplets/new");
        await visitor.Button("Deny").ClickAsync();
        await visitor.Page.WaitForURLAsync(url => url.StartsWith(app.Address.AbsoluteUri, StringComparison.Ordinal));
        var user = await visitor.Page.APIRequest.GetAsync("/me");

        Assert.Equal(200, user.Status);
        Assert.DoesNotContain("droplet:create", await user.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_digitalocean_would_refuse_is_explained_and_shown_as_text()
    {
        await using var visitor = await browser.NewVisitorAsync(app);
        await visitor.SignInAsync();
        await visitor.Page.GotoAsync("/droplets/new");
        await visitor.Approve.ClickAsync();

        await visitor.Page.GetByLabel("Name").FillAsync("<b>\"no\"</b>");
        await visitor.Button("Create").ClickAsync();
        var error = await visitor.Page.GetByRole(AriaRole.Alert).InnerTextAsync();

        Assert.Contains("1 to 255 letters", error, StringComparison.Ordinal);
        Assert.Equal("<b>\"no\"</b>", await visitor.Page.GetByLabel("Name").InputValueAsync());
    }

    [Fact]
    public async Task Signing_out_forgets_the_session()
    {
        await using var visitor = await browser.NewVisitorAsync(app);
        await visitor.SignInAsync();

        await visitor.Button("Sign out").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with DigitalOcean" }).WaitForAsync();
        var user = await visitor.Page.APIRequest.GetAsync("/me");

        Assert.Equal(401, user.Status);
        Assert.Equal(app.Address.AbsoluteUri, visitor.Page.Url);
    }

    [Fact]
    public async Task Disconnecting_takes_the_access_back_and_forgets_the_session()
    {
        await using var visitor = await browser.NewVisitorAsync(app);
        await visitor.SignInAsync();

        await visitor.Button("Disconnect").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with DigitalOcean" }).WaitForAsync();
        var user = await visitor.Page.APIRequest.GetAsync("/me");

        Assert.Equal(401, user.Status);
    }

    [Fact]
    public async Task The_guarded_api_opens_with_the_session_and_closes_without()
    {
        await using var visitor = await browser.NewVisitorAsync(app);

        var before = await visitor.Page.APIRequest.GetAsync("/api/droplets");
        await visitor.SignInAsync();
        var after = await visitor.Page.APIRequest.GetAsync("/api/droplets");
        var create = await visitor.Page.APIRequest.PostAsync("/api/droplets", new() { DataObject = new { name = "web-9" } });

        Assert.Equal(401, before.Status);
        Assert.Equal(200, after.Status);
        Assert.Equal(403, create.Status);
        Assert.Contains("droplet:create", await create.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browser_talks_to_this_machine_alone_and_has_nothing_to_complain_about()
    {
        await using var visitor = await browser.NewVisitorAsync(app);

        await visitor.SignInAsync();
        await visitor.Button("Sign out").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with DigitalOcean" }).WaitForAsync();

        Assert.NotEmpty(visitor.Requests);
        Assert.All(visitor.Requests, address => Assert.True(new Uri(address).IsLoopback, address));
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Neither_the_code_nor_a_token_reaches_the_log()
    {
        await using var visitor = await browser.NewVisitorAsync(app);

        await visitor.SignInAsync();

        Assert.DoesNotContain("code=", app.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("doo_v1", app.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("dor_v1", app.Log, StringComparison.Ordinal);
    }
}
