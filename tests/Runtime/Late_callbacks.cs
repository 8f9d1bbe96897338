using System.Net;

namespace DoOAuth.Tests;

/// <summary>A callback that comes too late or a second time belongs to a sign-in of this application all the same: it leads to where that would have led.</summary>
public sealed class Late_callbacks : ScriptedTests
{
    private const string ToNew = "/login?returnUrl=%2Fnew%3Fsize%3Dbig&scope=droplet%3Acreate";

    private Task<TestApp> StartGuardedAsync() => StartAsync(app =>
    {
        app.MapGet("/list", () => "list").RequireDropletRead();
        app.MapGet("/new", () => "new").RequireDropletCreate();
    });

    private static void ForgetCorrelation(Browser browser)
    {
        foreach (Cookie cookie in browser.Cookies.GetAllCookies())
        {
            cookie.Expired |= cookie.Name.StartsWith(".DoOAuth.Correlation.", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(4, 302)]
    [InlineData(6, 400)]
    [InlineData(60 * 24 * 365, 400)]
    public async Task A_state_from_a_clock_ahead_is_refused_beyond_five_minutes(int minutes, int status)
    {
        var app = await StartGuardedAsync();
        var now = app.Time.GetUtcNow();
        app.Time.Advance(TimeSpan.FromMinutes(minutes));
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync();
        app.Time.AdjustTime(now);
        var answer = await browser.GetAsync(callback.AbsoluteUri);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 302 ? 1 : 0, Provider.TokenRequests.Count);
        if (status == 400)
        {
            Assert.Equal(FailureReasons.StateMismatch, answer.Reason);
        }
    }

    [Theory]
    [InlineData(16, false)]
    [InlineData(60 * 24, true)]
    [InlineData(1, true)]
    public async Task A_consent_page_that_was_left_open_leads_back_to_where_the_user_was_going(int minutes, bool cookieIsGone)
    {
        var app = await StartGuardedAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync(ToNew);
        app.Time.Advance(TimeSpan.FromMinutes(minutes));
        if (cookieIsGone)
        {
            ForgetCorrelation(browser);
        }

        var problem = await browser.GetAsync(callback.AbsoluteUri);
        var page = await browser.LoadAsync(callback.AbsoluteUri);

        Assert.Equal((400, FailureReasons.StateMismatch), (problem.Status, problem.Reason));
        Assert.Equal(ToNew, (string?)problem.Json["login"]);
        Assert.Equal(400, page.Status);
        Assert.Contains($"href=\"{WebUtility.HtmlEncode(ToNew)}\"", page.Body, StringComparison.Ordinal);
        Assert.Empty(Provider.TokenRequests);
        Assert.Equal("new", (await browser.FollowAsync((string)problem.Json["login"]!)).Body);
    }

    [Fact]
    public async Task So_does_a_refusal_that_comes_too_late()
    {
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", "access_denied"));
        var app = await StartGuardedAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync("/login?returnUrl=%2Flist");
        app.Time.Advance(TimeSpan.FromMinutes(16));
        var problem = await browser.GetAsync(callback.AbsoluteUri);

        Assert.Equal((400, "/login?returnUrl=%2Flist"), (problem.Status, (string?)problem.Json["login"]));
    }

    [Fact]
    public async Task The_hook_learns_where_it_would_have_led_and_nothing_of_the_back_button()
    {
        var script = new HookScript();
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration,
            builder =>
            {
                builder.AddWatchingDeck();
                builder.Services.AddSingleton(script);
            },
            app => app.MapWatchingDeck()));
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync("/watching/login?returnUrl=%2Flist");
        app.Time.Advance(TimeSpan.FromMinutes(16));
        await browser.LoadAsync(callback.AbsoluteUri);
        Assert.Equal((FailureReasons.StateMismatch, "/list"), (script.Failures[0].Reason, script.Failures[0].ReturnUrl));

        await browser.SignInAsync("/watching/login");
        Assert.Equal("/list", (await browser.LoadAsync(callback.AbsoluteUri)).Header("Location"));
        Assert.Single(script.Failures);
        Assert.Single(script.SignIns);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task The_back_button_leads_a_signed_in_user_on(int minutes)
    {
        var app = await StartGuardedAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync("/login?returnUrl=%2Flist%3Fpage%3D2");
        Assert.Equal(302, (await browser.LoadAsync(callback.AbsoluteUri)).Status);
        var session = browser.SessionCookie()!.Value;
        app.Time.Advance(TimeSpan.FromMinutes(minutes));
        var again = await browser.LoadAsync(callback.AbsoluteUri);

        Assert.Equal((302, "/list?page=2"), (again.Status, again.Header("Location")));
        Assert.Equal("no-store", again.Header("Cache-Control"));
        Assert.Single(Provider.TokenRequests);
        Assert.Equal(session, browser.SessionCookie()!.Value);
        Assert.DoesNotContain(app.Logs.Own, line => line.Message.Contains("sign-in failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_is_told_that_the_state_is_spent()
    {
        var app = await StartGuardedAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync();
        await browser.LoadAsync(callback.AbsoluteUri);

        Assert.Equal(400, (await browser.GetAsync(callback.AbsoluteUri)).Status);
    }

    [Fact]
    public async Task Nobody_is_led_on_who_is_signed_out()
    {
        var app = await StartGuardedAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync("/login?returnUrl=%2Flist");
        await browser.LoadAsync(callback.AbsoluteUri);
        await browser.PostAsync("/logout");
        var page = await browser.LoadAsync(callback.AbsoluteUri);

        Assert.Equal(400, page.Status);
        Assert.Contains("href=\"/login?returnUrl=%2Flist\"", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_by_a_state_that_this_application_did_not_make()
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal(400, (await browser.LoadAsync("/callback?code=x&state=made-up")).Status);
        Assert.Equal(400, (await browser.LoadAsync("/callback?code=x")).Status);
    }

    [Fact]
    public async Task A_scope_that_the_user_went_to_grant_is_not_taken_for_granted_or_the_browser_would_go_round()
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();
        var callback = await browser.FollowAsync("/new?size=big", stopAt: "/callback");
        ForgetCorrelation(browser);
        var page = await browser.FollowAsync(callback.Location.AbsoluteUri);

        Assert.Equal((400, "/callback"), (page.Status, page.Address.AbsolutePath));
        Assert.Contains($"href=\"{WebUtility.HtmlEncode(ToNew)}\"", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_to_a_refusal_of_it_leads_to_the_page_that_the_user_came_from()
    {
        var app = await StartGuardedAsync();
        using var browser = await app.SignedInAsync();
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", "access_denied"));
        var away = await browser.SendAsync(
            HttpMethod.Get, "/new", ("Accept", "text/html"), ("Referer", new Uri(app.Address, "/list?page=2").AbsoluteUri));
        var callback = (await browser.LoadAsync(away.Location.AbsoluteUri)).Location;
        Assert.Equal("/list?page=2", (await browser.LoadAsync(callback.AbsoluteUri)).Header("Location"));
        var again = await browser.LoadAsync(callback.AbsoluteUri);

        Assert.Equal((302, "/list?page=2"), (again.Status, again.Header("Location")));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    public async Task Only_a_path_of_this_app_is_led_to(string redirect)
    {
        var app = await StartAsync(app => app.MapGet("/begin", () => Results.Challenge(new() { RedirectUri = redirect }, [DropletDeck.Scheme])));
        using var browser = await app.SignedInAsync();
        var callback = await browser.ReachCallbackAsync("/begin");
        ForgetCorrelation(browser);

        Assert.Equal("/", (await browser.LoadAsync(callback.AbsoluteUri)).Header("Location"));
        await browser.PostAsync("/logout");
        Assert.Equal("/login?returnUrl=%2F", (string?)(await browser.GetAsync(callback.AbsoluteUri)).Json["login"]);
    }
}
