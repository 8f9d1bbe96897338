using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;

namespace DoOAuth.Tests;

public sealed class Cookie_flags : ScriptedTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("localhost", false)]
    [InlineData("app.localhost", false)]
    [InlineData("[::1]", false)]
    [InlineData("127.5.5.5:80", false)]
    [InlineData("app.example.com", true)]
    [InlineData("localhost.example.com", true)]
    [InlineData("192.168.1.7", true)]
    public async Task On_http_they_are_secure_unless_the_host_is_this_machine(string host, bool secure)
    {
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        (string, string)[] headers = host.Length == 0 ? [] : [("Host", host)];
        var login = await browser.GetAsync("/login", headers);

        var correlation = Assert.Single(login.SetCookies);
        Assert.StartsWith(".DoOAuth.Correlation.", correlation, StringComparison.Ordinal);
        Assert.Equal(["httponly", "path=/callback", "samesite=lax", .. secure ? ["secure"] : Array.Empty<string>()], Flags(correlation));
    }

    [Fact]
    public async Task The_session_cookie_is_for_the_whole_app_and_not_for_scripts()
    {
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInAsync();

        var session = answer.SetCookies.Single(cookie => cookie.StartsWith(".DoOAuth.DropletDeck=", StringComparison.Ordinal));
        Assert.Equal(["httponly", "path=/", "samesite=lax"], Flags(session));
        var correlation = answer.SetCookies.Single(cookie => cookie.StartsWith(".DoOAuth.Correlation.", StringComparison.Ordinal));
        Assert.Contains("expires=Thu, 01 Jan 1970", correlation, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/callback", correlation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_https_they_are_secure_also_on_this_machine()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var app = await StartAsync(build: builder => builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate))));
        Assert.Equal("https", app.Address.Scheme);
        using var browser = app.NewBrowser();
        var login = await browser.LoadAsync("/login");
        var back = await browser.LoadAsync(login.Location.AbsoluteUri);
        var answer = await browser.LoadAsync(back.Location.AbsoluteUri);

        Assert.Equal(["httponly", "path=/callback", "samesite=lax", "secure"], Flags(login.SetCookies[0]));
        Assert.All(answer.SetCookies, cookie => Assert.Contains("secure", Flags(cookie)));
        Assert.StartsWith("https://", Provider.Requests[0].QueryFields["redirect_uri"], StringComparison.Ordinal);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Behind_a_proxy_the_callback_is_the_address_that_the_browser_sees()
    {
        var app = await StartAsync(build: builder => builder.Services.Configure<ForwardedHeadersOptions>(
            options => options.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost), map: app => app.UseForwardedHeaders());
        using var browser = app.NewBrowser();
        var login = await browser.GetAsync("/login", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "app.example.com"));

        Assert.Contains("redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback", login.Location.Query, StringComparison.Ordinal);
        Assert.Contains("secure", Flags(login.SetCookies[0]));
    }

    [Fact]
    public async Task The_cookie_stays_small_however_many_scopes_were_granted()
    {
        var scopes = string.Join(' ', Enumerable.Range(0, 60).Select(number => $"resource_{number}:read"));
        Provider.Grant("account:read droplet:read " + scopes);
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal(62, (await browser.GetAsync("/me")).Scopes().Length);
        Assert.InRange(browser.SessionCookie()!.Value.Length, 200, 3900);
    }

    [Fact]
    public async Task A_made_up_cookie_is_no_session()
    {
        var app = await StartAsync();
        foreach (var value in new[] { "", "x", "CfDJ8AAAA", new string('A', 3000), "chunks-3", "chunks-999999999" })
        {
            using var browser = app.NewBrowser();
            Assert.Equal(401, (await browser.GetAsync("/me", ("Cookie", ".DoOAuth.DropletDeck=" + value))).Status);
        }
    }

    private static string[] Flags(string cookie) =>
        [.. cookie.Split("; ")[1..].Where(flag => !flag.StartsWith("expires", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
}
