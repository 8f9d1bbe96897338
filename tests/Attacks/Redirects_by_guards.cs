using DoOAuth.Tests.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace DoOAuth.Tests;

/// <summary>
/// A guard sends the browser to login and notes where to return to: the address that was asked for, which is the attacker's to choose, and
/// may be a path that a browser would take for another site.
/// </summary>
public sealed class Redirects_by_guards : ScriptedTests
{
    private const string Html = "Accept: text/html";

    public static TheoryData<string> Paths =>
    [
        "//evil.example", "//evil.example/", "///evil.example", "//evil.example/%2e%2e", "/%2Fevil.example", "/%2f/evil.example", "/%5Cevil.example", "/%5c/evil.example",
        "/\\evil.example", "/\\/evil.example", "/%09/evil.example", "/%0a/evil.example", "/%0d%0aSet-Cookie:%20evil=1", "/%00/evil.example", "/%252Fevil.example",
        "/.//evil.example", "/..//evil.example", "/x/..//evil.example", "/x/../..//evil.example", "/;//evil.example", "/@evil.example", "/%E2%80%AE/evil.example", "/%c0%af/evil.example",
        "http://evil.example/x", "http://evil.example//evil.example", "/ok?next=//evil.example", "/ok?%0d%0aSet-Cookie:%20evil=1", "//evil.example?x=//evil.example",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Signed_out_no_path_leads_out_of_the_app(string path)
    {
        var app = await StartAsync(app => app.MapGet("/{**rest}", () => "guarded").RequireDropletRead());
        var answer = await RawRequest.GetAsync(app.Address, path, Html);
        if (answer.Status == 400)
        {
            // The server refuses the request itself.
            return;
        }

        Assert.Equal(302, answer.Status);
        Assert.StartsWith("/login", answer.Header("Location"), StringComparison.Ordinal);
        AssertHarmless(answer, app);

        // All the way: wherever the sign-in ends is the app's.
        using var browser = app.NewBrowser();
        var end = await browser.SignInAsync(answer.Header("Location")!);
        Assert.Equal(302, end.Status);
        AssertHarmless(end, app);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Neither_does_a_step_up(string path)
    {
        var app = await StartAsync(app => app.MapGet("/{**rest}", () => "guarded").RequireDropletCreate());
        using var browser = await app.SignedInAsync();
        var answer = await RawRequest.GetAsync(app.Address, path, Html, $"Cookie: .DoOAuth.DropletDeck={browser.SessionCookie()!.Value}");
        if (answer.Status == 400)
        {
            return;
        }

        // A path that cannot be come back to is refused, all others go to DigitalOcean.
        Assert.True(answer.Status is 403 || answer.Location.Authority == Provider.Address.Authority, answer.AllText);
        if (answer.Status == 302)
        {
            browser.Cookies.SetCookies(new Uri(app.Address, "/callback"), answer.SetCookies[0]);
            var callback = (await browser.LoadAsync(answer.Location.AbsoluteUri)).Location;
            var end = await browser.LoadAsync(callback.AbsoluteUri);
            Assert.Equal(302, end.Status);
            AssertHarmless(end, app);
        }
    }

    private static void AssertHarmless(Page answer, TestApp app)
    {
        Assert.Equal(app.Address.Authority, answer.Location.Authority);
        Assert.DoesNotContain(answer.Header("Location")!, character => character is <= ' ' or > '~' or '\\');
        Assert.DoesNotContain(answer.Headers.Keys, name => name.Contains("evil", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(answer.SetCookies, cookie => cookie.StartsWith("evil", StringComparison.Ordinal));
        if (QueryHelpers.ParseQuery(answer.Location.Query).TryGetValue("returnUrl", out var returnUrl))
        {
            Assert.Equal(app.Address.Authority, new Uri(app.Address, returnUrl.ToString()).Authority);
        }
    }
}
