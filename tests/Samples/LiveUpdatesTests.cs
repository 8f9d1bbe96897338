using System.Net;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Playwright;

namespace DoOAuth.Samples.Tests;

/// <summary>A stream in a browser, and a hub with its own client.</summary>
public sealed class LiveUpdatesTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task LiveUpdates_follow_the_session()
    {
        await using var sample = await Sample.StartAsync("LiveUpdates");
        await StreamAsync(sample);
        await HubAsync(sample);
    }

    private async Task StreamAsync(Sample sample)
    {
        await using var visitor = await browser.NewVisitorAsync(sample.Address);
        await visitor.Page.GotoAsync("/");
        await visitor.Page.GetByText("Signed out.").WaitForAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with DigitalOcean" }).ClickAsync();
        await visitor.Page.GetByText("droplets.").WaitForAsync();

        // Another tab signs out, and the stream says so.
        await visitor.Page.EvaluateAsync("() => fetch('/logout', { method: 'POST' })");
        await visitor.Page.GetByText("Ended: login_required").WaitForAsync();
    }

    private static async Task HubAsync(Sample sample)
    {
        var cookies = new CookieContainer();
        using var program = sample.NewBrowser(cookies);
        await program.GetStringAsync(new Uri("/login?returnUrl=/", UriKind.Relative));
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(sample.Address, "/hub"), options => options.Cookies = cookies).Build();
        await hub.StartAsync();
        Assert.NotEqual(0, await hub.InvokeAsync<int>("Count"));

        using var signedOut = await program.PostAsync(new Uri("/logout", UriKind.Relative), content: null);
        var failure = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<int>("Count"));
        Assert.Contains("login_required", failure.Message, StringComparison.Ordinal);
    }
}
