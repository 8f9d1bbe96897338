using System.Net;
using Microsoft.AspNetCore.DataProtection;

namespace DoOAuth.Tests;

/// <summary>A sign-in that replaces a session of the same user ties the two: whatever ends the new one ends the old one too.</summary>
public sealed class Replaced_sessions : HourlyTokens
{
    private static DigitalOceanSessions SessionsOf(TestApp app) => app.Services.GetRequiredService<DigitalOceanSessions>();

    private Task<TestApp> StartKeepingAsync(bool onServer) => StartHourlyAsync(
        app =>
        {
            app.MapGet("/keep", (HttpContext context, DigitalOceanSessions sessions, CancellationToken cancel) => sessions.KeepAccessAsync(context, cancel));
            app.MapGet("/new", () => "new").RequireDropletCreate();
        },
        add: builder =>
        {
            if (onServer)
            {
                builder.StoreSessionsOnServer();
            }
        });

    private static async Task OpenAsync(TestApp app, string key)
    {
        await using var access = await SessionsOf(app).OpenAccessAsync(key);
        using var response = await access.Client.GetAsync(Echo);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<string?> BearerAsync(TestApp app, string key)
    {
        await using var access = await SessionsOf(app).OpenAccessAsync(key);
        return (string?)System.Text.Json.Nodes.JsonNode.Parse(await access.Client.GetStringAsync(Echo))!["bearer"];
    }

    private static async Task<string> RefusalAsync(TestApp app, string key) =>
        (await Assert.ThrowsAsync<DigitalOceanAccessException>(() => OpenAsync(app, key))).Reason;

    public static TheoryData<bool, string, string> Ends
    {
        get
        {
            var ends = new TheoryData<bool, string, string>();
            foreach (var onServer in new[] { false, true })
            {
                foreach (var again in new[] { "/new", "/login" })
                {
                    ends.Add(onServer, again, "/logout");
                    ends.Add(onServer, again, "/disconnect");
                }

                ends.Add(onServer, "/new", "DigitalOcean");
            }

            ends.Add(true, "/new", "everywhere");
            return ends;
        }
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Whatever_ends_the_new_session_ends_the_kept_access_and_the_cookies_of_those_before(bool onServer, string again, string end)
    {
        var strict = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync(onServer);
        using var browser = await app.SignedInAsync();
        using var first = browser.Copy();
        var firstKey = (await browser.GetAsync("/keep")).Body;
        Assert.True((await browser.FollowAsync(again)).Status is 200 or 404);
        using var second = browser.Copy();
        var secondKey = (await browser.GetAsync("/keep")).Body;
        await browser.SignInAsync();
        using var third = browser.Copy();
        await OpenAsync(app, firstKey);
        await OpenAsync(app, secondKey);
        Assert.Equal(401, (await first.GetAsync("/me")).Status);
        Assert.Equal(401, (await second.GetAsync("/me")).Status);
        switch (end)
        {
            case "everywhere":
                Assert.Equal(1, await SessionsOf(app).SignOutEverywhereAsync("sammy"));
                break;
            case "DigitalOcean":
                strict.WithdrawAccess();
                Assert.Equal(401, (await browser.GetAsync("/call")).Status);
                break;
            default:
                Assert.Equal(204, (await browser.PostAsync(end)).Status);
                break;
        }

        var reason = end == "DigitalOcean" ? FailureReasons.InvalidGrant : FailureReasons.LoginRequired;
        Assert.Equal(reason, await RefusalAsync(app, firstKey));
        Assert.Equal(reason, await RefusalAsync(app, secondKey));
        foreach (var copy in new[] { first, second, third })
        {
            Assert.Equal(401, (await copy.GetAsync("/me")).Status);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Disconnect_revokes_the_tokens_of_the_replaced_sessions_too_and_the_newest_of_each(bool onServer)
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync(onServer);
        using var browser = await app.SignedInAsync();
        await browser.GetAsync("/keep");
        app.Time.Advance(Due);
        await browser.GetAsync("/me");
        await browser.FollowAsync("/new");
        await browser.SignInAsync();
        app.Time.Advance(Due);
        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);

        // Tokens 1, 3 and 4 of sign-ins, 2 and 5 of refreshes, which used 1 and 4.
        var issued = Provider.Secrets.Where(secret => secret.StartsWith("dor_", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var revoked = Provider.To("/v1/oauth/revoke").Select(request => request.Form["token"]).ToList();
        Assert.Equal(5, issued.Count);
        Assert.Equal(new[] { issued[1], issued[2], issued[4] }.Order(StringComparer.Ordinal), revoked.Where(issued.Contains).Order(StringComparer.Ordinal));
        Assert.Equal(3, revoked.Count(token => token.StartsWith("doo_", StringComparison.Ordinal)));
        Assert.Equal(revoked.Count, revoked.Distinct().Count());
    }

    [Fact]
    public async Task Sign_out_everywhere_ends_access_that_was_kept_longer_than_any_stored_session()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync(onServer: true);
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        app.Time.Advance(TimeSpan.FromDays(100));
        await OpenAsync(app, key);
        app.Time.Advance(TimeSpan.FromDays(100));
        await OpenAsync(app, key);

        Assert.Equal(1, await SessionsOf(app).SignOutEverywhereAsync("sammy"));
        Assert.Equal(FailureReasons.LoginRequired, await RefusalAsync(app, key));
        Assert.Equal(0, await SessionsOf(app).SignOutEverywhereAsync("sammy"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Work_for_one_team_does_not_go_on_in_another_and_ends_with_the_session_all_the_same(bool onServer)
    {
        var strict = new StrictTokens(Provider, Hour) { Team = "reef" };
        var app = await StartKeepingAsync(onServer);
        using var browser = await app.SignedInAsync();
        using var first = browser.Copy();
        var key = (await browser.GetAsync("/keep")).Body;
        var reef = await BearerAsync(app, key);
        strict.Team = "lagoon";
        await browser.SignInAsync();
        var lagoon = (string?)(await browser.GetAsync("/call")).Json["bearer"];

        Assert.NotEqual(reef, lagoon);
        Assert.Equal(reef, await BearerAsync(app, key));
        app.Time.Advance(Hour);
        Assert.NotEqual((string?)(await browser.GetAsync("/call")).Json["bearer"], await BearerAsync(app, key));
        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
        Assert.Equal(FailureReasons.LoginRequired, await RefusalAsync(app, key));
        Assert.Equal(401, (await first.GetAsync("/me")).Status);
        Assert.Equal(4, Provider.To("/v1/oauth/revoke").Count);
    }

    [Fact]
    public async Task A_key_does_not_open_again_once_its_end_is_forgotten()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync(onServer: false);
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        await browser.PostAsync("/logout");
        foreach (var days in new[] { 1, 91, 100, 400 })
        {
            app.Time.Advance(TimeSpan.FromDays(days));
            Assert.Equal(FailureReasons.LoginRequired, await RefusalAsync(app, key));
        }

        Assert.Empty(Provider.Refreshes);
    }

    [Fact]
    public async Task Tokens_that_come_too_late_for_a_session_that_was_replaced_are_revoked()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync(onServer: false);
        using var browser = await app.SignedInAsync();
        using var old = browser.Copy();
        var usual = Provider.Token;
        var go = new TaskCompletionSource();
        Provider.Token = async (context, request) =>
        {
            if (request.Form["grant_type"] == "refresh_token")
            {
                await go.Task;
            }

            await usual(context, request);
        };
        app.Time.Advance(Due);
        Assert.Equal(200, (await old.GetAsync("/me")).Status);
        await browser.SignInAsync();
        go.SetResult();
        for (var tries = 0; tries < 100 && Provider.To("/v1/oauth/revoke").Count < 2; tries++)
        {
            await Task.Delay(50);
        }

        var newest = Provider.Secrets.Where(secret => secret.StartsWith("do", StringComparison.Ordinal) && secret.Contains("_v1_", StringComparison.Ordinal))
            .OrderByDescending(secret => secret[^4..], StringComparer.Ordinal).Take(2);
        Assert.Equal(newest.ToHashSet(), Provider.To("/v1/oauth/revoke").Select(request => request.Form["token"]).ToHashSet());
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
    }

    [Fact]
    public async Task However_often_the_user_signs_in_the_cookie_stays_small_and_no_token_is_forgotten()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartKeepingAsync(onServer: false);
        using var browser = await app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        var longest = 0;
        for (var time = 0; time < 12; time++)
        {
            await browser.SignInAsync();
            longest = Math.Max(longest, browser.Cookies.GetAllCookies().Sum(cookie => cookie.Value.Length));
        }

        await OpenAsync(app, key);
        Assert.InRange(longest, 1, 2500);
        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
        Assert.Equal(FailureReasons.LoginRequired, await RefusalAsync(app, key));
        var issued = Provider.Secrets.Where(secret => secret.StartsWith("do", StringComparison.Ordinal) && secret.Contains("_v1_", StringComparison.Ordinal)).ToHashSet();
        Assert.Equal(26, issued.Count);
        for (var tries = 0; tries < 100 && Provider.To("/v1/oauth/revoke").Count < issued.Count; tries++)
        {
            // Those that a session can carry no more are revoked on the side.
            await Task.Delay(50);
        }

        Assert.Equal(issued, Provider.To("/v1/oauth/revoke").Select(request => request.Form["token"]).ToHashSet());
    }

    [Fact]
    public async Task After_a_restart_logout_still_ends_the_access_that_was_kept_from_the_session_before()
    {
        _ = new StrictTokens(Provider, Hour);
        var keys = new EphemeralDataProtectionProvider();
        var before = await StartAsync(keys);
        using var browser = await before.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        await browser.SignInAsync();
        await before.DisposeAsync();
        await using var after = await StartAsync(keys);
        using var moved = new Browser(after.Address);
        foreach (Cookie cookie in browser.Cookies.GetAllCookies())
        {
            moved.Cookies.Add(after.Address, new Cookie(cookie.Name, cookie.Value));
        }

        Assert.Equal(200, (await moved.GetAsync("/me")).Status);
        Assert.Equal(204, (await moved.PostAsync("/logout")).Status);
        Assert.Equal(FailureReasons.LoginRequired, await RefusalAsync(after, key));

        Task<TestApp> StartAsync(IDataProtectionProvider keys) => TestApp.StartAsync(
            Provider,
            app => app.MapGet("/keep", (HttpContext context, DigitalOceanSessions sessions, CancellationToken cancel) => sessions.KeepAccessAsync(context, cancel)),
            build: builder => builder.Services.AddSingleton(keys));
    }

    [Fact]
    public async Task A_sign_in_does_not_wait_for_a_refresh_of_the_old_session_that_is_never_answered()
    {
        Provider.Lifetime(Hour);
        var app = await StartKeepingAsync(onServer: false);
        using var browser = await app.SignedInAsync();
        using var old = browser.Copy();
        var usual = Provider.Token;
        var never = new TaskCompletionSource();
        Provider.Token = (context, request) => request.Form["grant_type"] == "refresh_token" ? never.Task : usual(context, request);
        app.Time.Advance(Due);
        Assert.Equal(200, (await old.GetAsync("/me")).Status);
        var began = TimeProvider.System.GetTimestamp();
        await browser.SignInAsync();

        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(4));
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
        Assert.Equal(401, (await old.GetAsync("/me")).Status);
        never.SetResult();
    }
}
