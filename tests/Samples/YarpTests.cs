using System.Net;
using Microsoft.Playwright;

namespace DoOAuth.Samples.Tests;

/// <summary>A page that calls DigitalOcean's API through the app's proxy.</summary>
public sealed class YarpTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Yarp_forwards_the_pages_requests_with_the_users_token()
    {
        await using var sample = await Sample.StartAsync("Yarp");
        await using var visitor = await browser.NewVisitorAsync(sample.Address);
        await visitor.Page.GotoAsync("/");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with DigitalOcean" }).ClickAsync();
        await visitor.Page.GetByText("droplets.").WaitForAsync();
        Assert.NotEqual(0, await visitor.Page.Locator("li").CountAsync());

        // Only what the routes name is forwarded.
        using var program = sample.NewBrowser();
        using var signedOut = await program.GetAsync(new Uri("/v2/droplets", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, signedOut.StatusCode);
        await program.GetStringAsync(new Uri("/login?returnUrl=/v2/droplets", UriKind.Relative));
        using var other = await program.GetAsync(new Uri("/v2/account", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }
}
