using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>Apps made with other choices than the usual ones, each run and signed in to.</summary>
public sealed class OtherKindsTests(Browser browser) : IClassFixture<Browser>
{
    [LongFact]
    public async Task An_API_without_a_page_shows_who_is_signed_in_and_its_reference()
    {
        await using var app = await RunningApp.StartAsync("--ui", "none", "--openapi", "--docker", "alpine");
        await using var visitor = await browser.NewVisitorAsync(app);

        await visitor.Page.GotoAsync("/login?returnUrl=/me");
        await visitor.Approve.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/me");
        var user = await visitor.Page.Locator("body").InnerTextAsync();
        await visitor.Page.GotoAsync("/scalar");
        await visitor.Page.GetByText("The signed-in user").First.WaitForAsync();
        await visitor.PictureAsync("reference");

        Assert.Contains("Sammy the Shark", user, StringComparison.Ordinal);
        Assert.Contains("The OpenAPI document (200)", await RequestFileWalk.TakeAsync(app, browser));
        Assert.All(visitor.Requests.Where(address => address.StartsWith("http", StringComparison.Ordinal)), address => Assert.True(new Uri(address).IsLoopback, address));
    }

    [LongFact]
    public async Task A_page_without_droplets_shows_who_is_signed_in()
    {
        await using var app = await RunningApp.StartAsync("--scopes", "account:read", "--store", "redis", "--no-https", "--aot");
        await using var visitor = await browser.NewVisitorAsync(app);

        await visitor.SignInAsync();
        await visitor.PictureAsync("signed-in-without-droplets");
        var page = await visitor.Page.Locator("body").InnerTextAsync();

        Assert.Contains("sammy@example.com", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Droplets", page, StringComparison.Ordinal);
        Assert.Equal(0, await visitor.Page.Locator(".droplets").CountAsync());
        await visitor.Button("Sign out").ClickAsync();
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Sign in with DigitalOcean" }).WaitForAsync();
    }
}
