using Yarp.ReverseProxy.Configuration;

namespace DoOAuth.Tests;

/// <summary>A proxy that rewrites Host, as YARP and others do unless they are told not to: the app does not know its own name.</summary>
public sealed class Behind_a_proxy : ScriptedTests
{
    private async Task<(Browser Browser, string Public)> SignInBehindItAsync()
    {
        var app = await StartAsync(app => app.MapPost("/thing", () => "thing").RequireDropletRead());
        using var direct = await app.SignedInAsync();
        var proxy = Keep(await TestApp.StartAsync(
            [],
            builder => builder.Services.AddReverseProxy().LoadFromMemory(
                [new RouteConfig { RouteId = "all", ClusterId = "app", Match = new RouteMatch { Path = "{**all}" } }],
                [new ClusterConfig { ClusterId = "app", Destinations = new Dictionary<string, DestinationConfig> { ["it"] = new() { Address = app.Address.AbsoluteUri } } }]),
            app => app.MapReverseProxy()));
        var browser = proxy.NewBrowser();
        browser.Cookies.Add(direct.Cookies.GetAllCookies());
        return (browser, proxy.Address.GetLeftPart(UriPartial.Authority));
    }

    [Fact]
    public async Task The_apps_own_pages_may_send_what_they_like()
    {
        var (browser, own) = await SignInBehindItAsync();

        Assert.Equal(200, (await browser.PostAsync("/thing", ("Origin", own), ("Sec-Fetch-Site", "same-origin"))).Status);
        Assert.Equal(303, (await browser.SubmitAsync("/logout", ("Origin", own), ("Sec-Fetch-Site", "same-origin"))).Status);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }

    [Theory]
    [InlineData("same-site")]
    [InlineData("cross-site")]
    public async Task Those_of_others_may_not(string site)
    {
        var (browser, own) = await SignInBehindItAsync();

        Assert.Equal(403, (await browser.PostAsync("/thing", ("Origin", own), ("Sec-Fetch-Site", site))).Status);
        Assert.Equal(403, (await browser.SubmitAsync("/logout", ("Origin", "https://evil.example"), ("Sec-Fetch-Site", site))).Status);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }
}
