namespace DoOAuth.Tests;

/// <summary>A browser that loads ahead of the user spends nothing: the navigation after it works as if there had been none.</summary>
public sealed class Prefetching : ScriptedTests
{
    private const string Html = "text/html,application/xhtml+xml,*/*;q=0.8";

    public static TheoryData<string, string> Headers => new()
    {
        { "Sec-Purpose", "prefetch" },
        { "Sec-Purpose", "prefetch;prerender" },
        { "Sec-Purpose", "prefetch;anonymous-client-ip" },
        { "Sec-Purpose", "Prefetch" },
        { "Purpose", "prefetch" },
        { "Purpose", "PREFETCH" },
        { "X-Purpose", "prefetch" },
        { "X-Moz", "prefetch" },
    };

    private Task<TestApp> StartGuardedAsync() => StartAsync(app =>
    {
        app.MapGet("/list", () => "list").RequireDropletRead();
        app.MapGet("/new", () => "new").RequireDropletCreate();
        app.MapGet("/challenge", () => Results.Challenge(authenticationSchemes: [DropletDeck.Scheme]));
    });

    private static Task<Page> PrefetchAsync(Browser browser, string address, string header, string value) =>
        browser.SendAsync(HttpMethod.Get, address, ("Accept", Html), (header, value));

    private static void AssertRefused(Page answer)
    {
        Assert.Equal(503, answer.Status);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Empty(answer.SetCookies);

        // Chrome would prefetch no page of the origin for as long as it says.
        Assert.Null(answer.Header("Retry-After"));
        Assert.InRange(answer.Body.Length, 1, 4096);
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Of_the_callback_it_leaves_the_code_to_the_navigation(string header, string value)
    {
        var app = await StartGuardedAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync("/login?returnUrl=%2Flist");
        var cookies = browser.Cookies.Count;
        AssertRefused(await PrefetchAsync(browser, callback.AbsoluteUri, header, value));
        AssertRefused(await browser.GetAsync(callback.AbsoluteUri, (header, value)));
        Assert.Empty(Provider.TokenRequests);
        Assert.Equal(cookies, browser.Cookies.Count);

        Assert.Equal("list", (await browser.FollowAsync(callback.AbsoluteUri)).Body);
        Assert.Single(Provider.TokenRequests);
        Assert.DoesNotContain(app.Logs.Own, line => line.Message.Contains("sign-in failed", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Of_login_it_begins_no_sign_in(string header, string value)
    {
        var app = await StartGuardedAsync();
        using var browser = app.NewBrowser();
        AssertRefused(await PrefetchAsync(browser, "/login", header, value));
        AssertRefused(await PrefetchAsync(browser, "/challenge", header, value));
        var guarded = await PrefetchAsync(browser, "/list", header, value);
        AssertRefused(await PrefetchAsync(browser, guarded.Location.AbsoluteUri, header, value));
        Assert.Empty(browser.Cookies.GetAllCookies());

        Assert.Equal("list", (await browser.FollowAsync("/list")).Body);
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Of_a_page_that_needs_another_scope_it_asks_for_nothing(string header, string value)
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();
        var cookies = browser.Cookies.Count;
        AssertRefused(await PrefetchAsync(browser, "/new", header, value));
        Assert.Equal(cookies, browser.Cookies.Count);

        Assert.Equal("new", (await browser.FollowAsync("/new")).Body);
    }

    [Fact]
    public async Task It_does_not_take_the_note_of_what_was_refused()
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", "access_denied"));
        var back = await browser.FollowAsync("/new", stopAt: "/new");
        Assert.Equal("/new", back.Header("Location"));
        AssertRefused(await PrefetchAsync(browser, "/new", "Sec-Purpose", "prefetch"));
        var page = await browser.LoadAsync("/new");

        Assert.Equal(403, page.Status);
        Assert.Contains("You are still signed in.", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_the_user_may_see_is_loaded_ahead()
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal("list", (await PrefetchAsync(browser, "/list", "Sec-Purpose", "prefetch;prerender")).Body);
        Assert.Equal(200, (await browser.GetAsync("/me", ("Sec-Purpose", "prefetch"))).Status);
    }

    [Fact]
    public async Task Other_purposes_are_navigations()
    {
        var app = await StartGuardedAsync();
        using var browser = app.NewBrowser();

        Assert.Equal(302, (await PrefetchAsync(browser, "/login", "Purpose", "preview")).Status);
    }
}
