using Microsoft.Extensions.Options;

namespace DoOAuth.Tests;

public sealed class Cross_site_requests : ScriptedTests
{
    private const string Trusted = "https://app.example.com";

    private Task<TestApp> StartGuardedAsync() => StartAsync(
        app => app.MapMethods("/thing", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"], () => "thing").RequireDropletRead(),
        options => options.TrustedOrigins.Add(Trusted));

    public static TheoryData<string, string> ForeignHeaders => new()
    {
        { "Origin", "https://evil.example" },
        { "Origin", "null" },
        { "Origin", "" },
        { "Origin", "http://127.0.0.1" },
        { "Origin", "http://127.0.0.1:1" },
        { "Origin", "http://localhost" },
        { "Origin", "https://app.example.com.evil.example" },
        { "Origin", "https://evil.example/https://app.example.com" },
        { "Origin", "http://app.example.com" },
        { "Origin", "file://" },
        { "Sec-Fetch-Site", "cross-site" },
        { "Sec-Fetch-Site", "Cross-Site" },
        { "Sec-Fetch-Site", "same-site" },
        { "Sec-Fetch-Site", "something-new" },
        { "Sec-Fetch-Site", "same-origin, cross-site" },
        { "Sec-Fetch-Site", "" },
    };

    [Theory]
    [MemberData(nameof(ForeignHeaders))]
    public async Task What_another_site_sends_is_403_at_guards_logout_and_disconnect(string header, string value)
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();
        foreach (var (method, path) in new[] { ("POST", "/thing"), ("PUT", "/thing"), ("PATCH", "/thing"), ("DELETE", "/thing"), ("POST", "/logout"), ("POST", "/disconnect") })
        {
            var answer = await browser.SendAsync(new HttpMethod(method), path, (header, value), ("Accept", "*/*"));

            Assert.Equal(403, answer.Status);
            Assert.Equal(FailureReasons.CrossSite, answer.Reason);
            Assert.Equal("no-store", answer.Header("Cache-Control"));
            Assert.Empty(answer.SetCookies);
        }

        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
        Assert.Empty(Provider.To("/v1/oauth/revoke"));
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("something-new")]
    public async Task So_is_the_apps_own_origin_where_the_browser_says_that_it_is_another(string site)
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();
        var answer = await browser.PostAsync("/thing", ("Origin", Own(app)), ("Sec-Fetch-Site", site));

        Assert.Equal(403, answer.Status);
        Assert.Equal(FailureReasons.CrossSite, answer.Reason);
    }

    [Theory]
    [InlineData("same-origin")]
    [InlineData("none")]
    public async Task Where_the_browser_says_that_it_is_the_app_itself_the_origin_does_not_count(string site)
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();

        // A page with Referrer-Policy: no-referrer sends null; behind a proxy that rewrites Host, the own origin looks foreign.
        foreach (var origin in new[] { "null", "https://public.example.com", Own(app) })
        {
            Assert.Equal(200, (await browser.PostAsync("/thing", ("Origin", origin), ("Sec-Fetch-Site", site))).Status);
        }

        Assert.Equal(303, (await browser.SubmitAsync("/logout", ("Origin", "null"), ("Sec-Fetch-Site", site))).Status);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", Trusted)]
    public async Task A_header_sent_twice_is_403(string header, string value)
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal(200, (await browser.PostAsync("/thing", (header, value))).Status);
        Assert.Equal(403, (await browser.PostAsync("/thing", (header, value), (header, "cross-site"))).Status);
        Assert.Equal(403, (await browser.PostAsync("/thing", (header, value), (header, value))).Status);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("NULL")]
    public async Task Null_is_never_trusted_not_even_when_it_is_added_after_the_start(string origin)
    {
        var app = await StartGuardedAsync();
        app.Services.GetRequiredService<IOptionsMonitor<DigitalOceanOptions>>().Get(DropletDeck.Scheme).TrustedOrigins.Add(origin);
        using var browser = await app.SignedInAsync();

        Assert.Equal(403, (await browser.PostAsync("/thing", ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(403, (await browser.PostAsync("/thing", ("Origin", "null"))).Status);
    }

    [Fact]
    public async Task With_two_applications_the_one_that_does_not_trust_the_origin_says_so()
    {
        var configuration = Provider.Configuration.Concat(Provider.ConfigurationFor("Admin")).ToDictionary();
        var app = Keep(await BothDecks.StartAsync(
            configuration,
            app =>
            {
                app.MapPost("/both", () => "both").RequireDropletRead().RequireAdminDropletRead();
                app.Services.GetRequiredService<IOptionsMonitor<DigitalOceanOptions>>().Get(DropletDeck.Scheme).TrustedOrigins.Add(Trusted);
            }));
        using var browser = await app.SignedInAsync();
        await browser.SignInAsync("/admin/login");
        var answer = await browser.PostAsync("/both", ("Origin", Trusted));

        Assert.Equal(403, answer.Status);
        Assert.Equal(FailureReasons.CrossSite, answer.Reason);
        Assert.Equal(200, (await browser.PostAsync("/both")).Status);
    }

    [Fact]
    public async Task So_are_two_origins()
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();
        var answer = await browser.PostAsync("/thing", ("Origin", Own(app)), ("Origin", "https://evil.example"));

        Assert.Equal(403, answer.Status);
    }

    [Theory]
    [InlineData("/thing")]
    [InlineData("/logout")]
    [InlineData("/disconnect")]
    public async Task It_is_403_signed_out_too(string path)
    {
        var app = await StartGuardedAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.PostAsync(path, ("Origin", "https://evil.example"));

        Assert.Equal(403, answer.Status);
        Assert.Equal(FailureReasons.CrossSite, answer.Reason);
        Assert.Null(answer.Header("Location"));
    }

    [Fact]
    public async Task A_page_load_from_another_site_gets_a_page()
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();
        var answer = await browser.SubmitAsync("/logout", ("Origin", "https://evil.example"));

        Assert.Equal(403, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.ContentType);
        Assert.Contains("cross_site", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task The_app_itself_and_programs_may(string method)
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();
        var verb = new HttpMethod(method);

        Assert.Equal(200, (await browser.SendAsync(verb, "/thing")).Status);
        Assert.Equal(200, (await browser.SendAsync(verb, "/thing", ("Origin", Own(app)))).Status);
        Assert.Equal(200, (await browser.SendAsync(verb, "/thing", ("Origin", Own(app)), ("Sec-Fetch-Site", "same-origin"))).Status);
        Assert.Equal(200, (await browser.SendAsync(verb, "/thing", ("Sec-Fetch-Site", "none"))).Status);
        Assert.Equal(200, (await browser.SendAsync(verb, "/thing", ("Sec-Fetch-Site", "same-origin"))).Status);
    }

    [Fact]
    public async Task So_may_a_trusted_origin()
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal(200, (await browser.PostAsync("/thing", ("Origin", Trusted))).Status);
        Assert.Equal(200, (await browser.PostAsync("/thing", ("Origin", "HTTPS://App.Example.com"))).Status);
        Assert.Equal(200, (await browser.PostAsync("/thing", ("Origin", Trusted), ("Sec-Fetch-Site", "same-site"))).Status);
        Assert.Equal(200, (await browser.PostAsync("/thing", ("Origin", Trusted), ("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(204, (await browser.PostAsync("/logout", ("Origin", Trusted), ("Sec-Fetch-Site", "cross-site"))).Status);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Reading_by_a_link_from_elsewhere_is_no_harm(string method)
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();
        var answer = await browser.SendAsync(new HttpMethod(method), "/thing", ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(200, answer.Status);
    }

    private static string Own(TestApp app) => app.Address.GetLeftPart(UriPartial.Authority);
}
