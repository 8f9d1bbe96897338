using Microsoft.AspNetCore.OutputCaching;

namespace DoOAuth.Tests;

/// <summary>
/// An answer that depends on a session is stored by no cache, wherever an app has it in the pipeline and whatever its policies are: neither is one
/// user's answer given to another or to a stranger, nor a stranger's to a user.
/// </summary>
public sealed class Answers_in_caches : ScriptedTests
{
    private const string First = "caches authentication authorization";
    private const string Between = "authentication caches authorization";
    private const string Last = "authentication authorization caches";
    private const string Alone = "caches";

    public static TheoryData<string, string, string> Apps()
    {
        var apps = new TheoryData<string, string, string>();
        foreach (var order in new[] { First, Between, Last, Alone })
        {
            foreach (var kind in new[] { "sole", "second class", "other default" })
            {
                apps.Add(order, kind, "base");
                apps.Add(order, kind, "everything");
            }
        }

        return apps;
    }

    private static void Policy(OutputCacheOptions options, string policy)
    {
        if (policy == "base")
        {
            options.AddBasePolicy(caching => caching.Cache());
        }
        else
        {
            options.AddBasePolicy(new EverythingStored());
        }
    }

    private async Task<TestApp> StartAsync(string order, string kind, string policy, Action<WebApplication>? map = null) =>
        Keep(await CachingApp.StartAsync(Provider, order, kind, options => Policy(options, policy), map));

    private static string[] Paths(string kind) =>
    [
        "/me", "/client", "/client/cached", "/guarded", "/guarded/cached", "/cached/guarded", "/guarded/own-policy", "/guarded/empty", "/group/guarded",
        "/guarded-group/cached", "/cached-controller/guarded", "/cached-controller/client",
        .. kind == "second class" ? ["/admin/me", "/admin/guarded"] : new[] { "/unguarded", "/unguarded/cached", "/unguarded/own-policy", "/injected" },
    ];

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task Nobody_gets_what_was_answered_to_somebody_else(string order, string kind, string policy)
    {
        var app = await StartAsync(order, kind, policy);
        using var stranger = app.NewBrowser();
        using var one = await app.SignedInAsync();
        using var other = await app.SignedInAsync();
        if (kind == "second class")
        {
            Assert.Equal(302, (await one.SignInAsync("/admin/login")).Status);
            Assert.Equal(302, (await other.SignInAsync("/admin/login")).Status);
        }

        foreach (var path in Paths(kind))
        {
            var nobodys = await stranger.GetAsync(path);
            Assert.True(nobodys.Status == 401 || nobodys.Body is "nobody" or "none" or "", $"{path}: {nobodys.Status} {nobodys.Body}");
            var ones = Own(await one.GetAsync(path));
            var others = Own(await other.GetAsync(path));

            Assert.NotEqual(ones, others);
            Assert.Equal(nobodys.Body, (await stranger.GetAsync(path)).Body);
            Assert.Equal(others, Own(await other.GetAsync(path)));
            Assert.Equal(ones, Own(await one.GetAsync(path)));
            Assert.Equal(nobodys.Body, (await stranger.GetAsync(path)).Body);
            Assert.Null((await one.GetAsync(path)).Header("Age"));
        }

        // The caches are there and do work.
        Assert.Equal((await stranger.GetAsync("/count")).Body, (await stranger.GetAsync("/count")).Body);

        static string Own(Page page)
        {
            Assert.Equal(200, page.Status);
            var own = page.Body + page.Header("X-User");
            Assert.True(own.Contains("user-of-sign-in", StringComparison.Ordinal) || own.Contains("doo_v1_access", StringComparison.Ordinal), $"{page.Address}: {own}");
            return own;
        }
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task A_token_that_a_handler_asks_the_framework_for_is_not_stored(string order, string kind, string policy)
    {
        var app = await StartAsync(order, kind, policy);
        using var stranger = app.NewBrowser();
        using var one = await app.SignedInAsync();
        using var other = await app.SignedInAsync();
        var ones = (await one.GetAsync("/token")).Body;
        var others = (await other.GetAsync("/token")).Body;

        Assert.StartsWith("doo_v1_access", ones, StringComparison.Ordinal);
        Assert.NotEqual(ones, others);
        Assert.Equal("none", (await stranger.GetAsync("/token")).Body);
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task Sign_ins_refusals_and_ends_of_sessions_are_not_stored_either(string order, string kind, string policy)
    {
        var app = await StartAsync(order, kind, policy, app => app.MapGet("/create", () => "created").RequireDropletCreate().CacheOutput(new EverythingStored()));
        using var browser = app.NewBrowser();
        var away = await browser.LoadAsync("/guarded/own-policy");
        Assert.Equal("/login?returnUrl=%2Fguarded%2Fown-policy", away.Header("Location"));
        Assert.Equal(401, (await browser.GetAsync("/guarded/own-policy")).Status);
        Assert.NotEqual((await browser.LoadAsync("/login")).Location, (await browser.LoadAsync("/login")).Location);

        Assert.Equal(302, (await browser.SignInAsync()).Status);
        Assert.Equal(200, (await browser.LoadAsync("/guarded/own-policy")).Status);
        Assert.Equal(403, (await browser.GetAsync("/create")).Status);
        Assert.Equal("created", (await browser.FollowAsync("/login?scope=droplet:create&returnUrl=/create")).Body);
        Assert.Equal("created", (await browser.GetAsync("/create")).Body);

        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
        Assert.Equal(401, (await browser.GetAsync("/create")).Status);
        Assert.Equal(401, (await browser.GetAsync("/guarded/own-policy")).Status);
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/unguarded/slow")]
    [InlineData("/client/slow")]
    [InlineData("/guarded/slow")]
    public async Task Users_do_not_wait_for_each_other_at_the_same_address(string path)
    {
        var gate = new Gate();
        var isFirst = 1;
        var app = await StartAsync(First, "other default", "base", app =>
        {
            app.MapGet("/unguarded/slow", async (DigitalOceanUser? user) => await SlowAsync(user!.Uuid));
            app.MapGet("/client/slow", async (DigitalOceanClient client) => await SlowAsync(await client.GetStringAsync(new Uri("/v2/echo", UriKind.Relative))));
            app.MapGet("/guarded/slow", async (DigitalOceanUser user) => await SlowAsync(user.Uuid)).RequireDropletRead();
            app.Use(async (context, next) =>
            {
                await next(context);
                if (context.Request.Path == "/me")
                {
                    await SlowAsync("");
                }
            });
        });
        using var one = await app.SignedInAsync();
        using var other = await app.SignedInAsync();
        var waits = one.GetAsync(path);
        await gate.Reached;

        Assert.Equal(200, (await other.GetAsync(path).WaitAsync(TimeSpan.FromSeconds(20))).Status);
        Assert.False(waits.IsCompleted);
        gate.Open();
        Assert.Equal(200, (await waits).Status);

        async Task<string> SlowAsync(string answer)
        {
            if (Interlocked.Exchange(ref isFirst, 0) == 1)
            {
                await gate.PassAsync();
            }

            return answer;
        }
    }

    [Theory]
    [InlineData(First)]
    [InlineData(Last)]
    public async Task Requests_that_a_policy_lets_wait_for_each_other_share_no_answer(string order)
    {
        var app = await StartAsync(order, "other default", "everything");
        var browsers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => app.SignedInAsync()));
        var own = await Task.WhenAll(browsers.Select(browser => browser.GetAsync("/me")));
        foreach (var path in new[] { "/unguarded/own-policy", "/guarded/own-policy", "/guarded/cached" })
        {
            var answers = await Task.WhenAll(browsers.Select(browser => browser.GetAsync(path)));
            Assert.Equal(own.Select(me => (string?)me.Json["uuid"]), answers.Select(answer => answer.Body));
        }

        Array.ForEach(browsers, browser => browser.Dispose());
    }

    [Fact]
    public async Task A_page_that_reads_no_session_is_cached_for_everybody()
    {
        var app = await StartAsync(First, "other default", "base");
        using var stranger = app.NewBrowser();
        using var browser = await app.SignedInAsync();
        var first = await browser.GetAsync("/count");

        Assert.Equal(first.Body, (await browser.GetAsync("/count")).Body);
        Assert.Equal(first.Body, (await stranger.GetAsync("/count")).Body);
        Assert.Null(first.Header("Cache-Control"));
    }
}
