using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace DoOAuth.Tests;

/// <summary>
/// Two apps whose classes have the same name, as two that were made from one template, and that share data protection keys and application name.
/// Each is registered at DigitalOcean by itself, so nothing of one is anything to the other.
/// </summary>
public sealed class Two_apps_of_one_name : ScriptedTests
{
    private const string Session = ".DoOAuth.DropletDeck";

    private readonly EphemeralDataProtectionProvider _shared = new();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().WithInfo("uuid", "sammy").ToString());
    }

    private Task<TestApp> StartOfAsync(string clientId, bool onServer = false) => StartAsync(
        app =>
        {
            app.MapGet("/list", () => "list").RequireDropletRead();
            app.MapGet("/keep", (HttpContext context, DigitalOceanSessions sessions) => sessions.KeepAccessAsync(context));
        },
        options => options.ClientId = clientId,
        builder => builder.Services.AddSingleton<IDataProtectionProvider>(_shared),
        onServer ? builder => builder.StoreSessionsOnServer() : null);

    private async Task<(TestApp One, TestApp Twin, TestApp Other)> StartThreeAsync() => (await StartOfAsync("one"), await StartOfAsync("one"), await StartOfAsync("other"));

    [Fact]
    public async Task A_cookie_of_one_signs_nobody_in_at_the_other()
    {
        var (one, twin, other) = await StartThreeAsync();
        using var browser = await one.SignedInAsync();
        var cookie = ("Cookie", $"{Session}={browser.SessionCookie()!.Value}");

        Assert.Equal(200, (await twin.NewBrowser().GetAsync("/me", cookie)).Status);
        Assert.Equal(401, (await other.NewBrowser().GetAsync("/me", cookie)).Status);
        Assert.Equal(401, (await other.NewBrowser().GetAsync("/list", cookie)).Status);
    }

    [Fact]
    public async Task Nor_does_a_state_of_one_at_the_other()
    {
        var (one, twin, other) = await StartThreeAsync();
        using var browser = one.NewBrowser();
        var callback = await browser.ReachCallbackAsync();
        var correlation = browser.Cookies.GetCookies(callback).Single();
        foreach (var (app, status) in new[] { (other, 400), (twin, 302) })
        {
            var answer = await app.NewBrowser().GetAsync("/callback" + callback.Query, ("Cookie", $"{correlation.Name}={correlation.Value}"));
            Assert.Equal(status, answer.Status);
        }

        Assert.Single(Provider.TokenRequests);
    }

    [Fact]
    public async Task Nor_does_a_kept_key_of_one_open_anything_at_the_other()
    {
        var (one, twin, other) = await StartThreeAsync();
        using var browser = await one.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        await using var access = await SessionsOf(twin).OpenAccessAsync(key);

        Assert.Equal("sammy", access.UserUuid);
        await Assert.ThrowsAsync<ArgumentException>(() => SessionsOf(other).OpenAccessAsync(key));
    }

    [Theory]
    [InlineData("one", 200)]
    [InlineData("other", 401)]
    public async Task Nor_is_a_stored_session_of_one_readable_at_the_other(string clientId, int status)
    {
        var one = await StartOfAsync("one", onServer: true);
        var second = await StartOfAsync(clientId, onServer: true);
        using var browser = await one.SignedInAsync();
        var id = Assert.Single(await StoredIn(one).FindAllOfAsync("sammy", CancellationToken.None));
        var stored = (await StoredIn(one).FindAsync(id, CancellationToken.None))!;
        await StoredIn(second).AddAsync(id, stored, TimeSpan.FromDays(1), CancellationToken.None);

        // The reference in the cookie is made readable, so that what is stored alone decides.
        var reference = ProtectorOf(clientId).Protect(ProtectorOf("one").Unprotect(Base64Url.DecodeFromChars(browser.SessionCookie()!.Value)));
        var answer = await second.NewBrowser().GetAsync("/me", ("Cookie", $"{Session}={Base64Url.EncodeToString(reference)}"));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task On_localhost_where_ports_share_cookies_a_request_to_one_leaves_the_others_cookie_alone()
    {
        var (one, _, other) = await StartThreeAsync();
        using var browser = await one.SignedInAsync();
        var before = browser.SessionCookie()!.Value;
        foreach (var path in new[] { "/", "/me", "/list", "/login", "/callback?code=x&state=y" })
        {
            Assert.DoesNotContain((await browser.GetAsync(new Uri(other.Address, path).AbsoluteUri)).SetCookies, cookie => cookie.StartsWith(Session, StringComparison.Ordinal));
            Assert.DoesNotContain((await browser.LoadAsync(new Uri(other.Address, path).AbsoluteUri)).SetCookies, cookie => cookie.StartsWith(Session, StringComparison.Ordinal));
        }

        Assert.Equal(before, browser.SessionCookie()!.Value);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Sign_ins_at_both_at_once_in_one_browser_do_not_take_each_others_correlation()
    {
        var (one, _, other) = await StartThreeAsync();
        using var browser = one.NewBrowser();
        var first = await browser.ReachCallbackAsync();
        var second = await browser.ReachCallbackAsync(new Uri(other.Address, "/login").AbsoluteUri);
        Assert.Equal(other.Address.Port, second.Port);

        Assert.Equal(302, (await browser.LoadAsync(first.AbsoluteUri)).Status);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
        Assert.Equal(302, (await browser.LoadAsync(second.AbsoluteUri)).Status);
        Assert.Equal(200, (await browser.GetAsync(new Uri(other.Address, "/me").AbsoluteUri)).Status);
    }

    [Fact]
    public async Task The_callback_of_one_with_the_others_state_leads_nobody_on()
    {
        var (one, _, other) = await StartThreeAsync();
        using var browser = await one.SignedInAsync();
        var state = QueryHelpers.ParseQuery((await other.NewBrowser().ReachCallbackAsync("/login?returnUrl=%2Flist")).Query)["state"];
        var page = await browser.LoadAsync($"/callback?code=x&state={state}");

        Assert.Equal(400, page.Status);
        Assert.Contains("href=\"/login?returnUrl=%2F\"", page.Body, StringComparison.Ordinal);
    }

    private IDataProtector ProtectorOf(string clientId) => _shared.CreateProtector("DoOAuth.Session", DropletDeck.Scheme, clientId, "v2");

    private static DigitalOceanSessions SessionsOf(TestApp app) => app.Services.GetRequiredService<DigitalOceanSessions>();

    private static IStoredSessions StoredIn(TestApp app) => app.Services.GetRequiredKeyedService<IStoredSessions>(DropletDeck.Scheme);
}
