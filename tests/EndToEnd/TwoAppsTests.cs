using Microsoft.Playwright;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>Two scaffolded apps on localhost, in one browser: it sends the cookies of each to both, as cookies know no ports.</summary>
[Collection(WholeWay.Name)]
public sealed class TwoAppsTests(RunningApp app, Browser browser)
{
    [Fact]
    public async Task Each_keeps_its_session_while_the_other_signs_in_and_out()
    {
        await using var other = await RunningApp.StartNamedAsync("my-reef");
        Assert.Equal((app.Address.Host, "localhost"), (other.Address.Host, app.Address.Host));
        await using var visitor = await browser.NewVisitorAsync(app);
        await SignInAsync(visitor, app);
        await SignInAsync(visitor, other);

        Assert.Equal((200, 200), (await StatusAsync(visitor, app, "/api/droplets"), await StatusAsync(visitor, other, "/api/droplets")));
        var cookies = (await visitor.Page.Context.CookiesAsync([app.Address.AbsoluteUri])).Select(cookie => cookie.Name).ToList();
        Assert.Contains(".DoOAuth.DropletDeskDeck", cookies);
        Assert.Contains(".DoOAuth.MyReefDeck", cookies);

        await visitor.Page.GotoAsync(other.Address.AbsoluteUri);
        await visitor.Button("Sign out").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with DigitalOcean" }).WaitForAsync();
        Assert.Equal((200, 401), (await StatusAsync(visitor, app, "/api/droplets"), await StatusAsync(visitor, other, "/api/droplets")));

        await SignInAsync(visitor, other);
        await visitor.Page.GotoAsync(app.Address.AbsoluteUri);
        await visitor.Button("Disconnect").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with DigitalOcean" }).WaitForAsync();
        Assert.Equal((401, 200), (await StatusAsync(visitor, app, "/api/droplets"), await StatusAsync(visitor, other, "/api/droplets")));
    }

    private static async Task SignInAsync(Visitor visitor, RunningApp app)
    {
        await visitor.Page.GotoAsync(new Uri(app.Address, "/login").AbsoluteUri);
        await visitor.Approve.ClickAsync();
        await visitor.Page.WaitForURLAsync(app.Address.AbsoluteUri);
        await visitor.Button("Sign out").WaitForAsync();
    }

    private static async Task<int> StatusAsync(Visitor visitor, RunningApp app, string path) =>
        (await visitor.Page.APIRequest.GetAsync(new Uri(app.Address, path).AbsoluteUri)).Status;
}
