using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace DoOAuth.Tests.Connections;

/// <summary>Hubs hold the tokens of the request that opened them, for days. Their calls use the session's newest tokens.</summary>
public sealed class Hubs : HubTests
{
    private static readonly TimeSpan Eight = TimeSpan.FromSeconds(8);

    public static TheoryData<HttpTransportType, string, bool> Kinds
    {
        get
        {
            var kinds = new TheoryData<HttpTransportType, string, bool>();
            foreach (var onServer in new[] { false, true })
            {
                kinds.Add(HttpTransportType.WebSockets, nameof(DropletHub.ByClient), onServer);
                kinds.Add(HttpTransportType.WebSockets, nameof(DropletHub.ByUser), onServer);
                kinds.Add(HttpTransportType.ServerSentEvents, nameof(DropletHub.ByUser), onServer);
                kinds.Add(HttpTransportType.LongPolling, nameof(DropletHub.ByUser), onServer);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_call_long_after_another_request_refreshed_goes_on_and_ends_nobodys_session(HttpTransportType transport, string method, bool onServer)
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartHubAsync(onServer);
        using var browser = await app.SignedInAsync();
        using var otherTab = browser.Copy();
        var hub = await ConnectAsync(browser, transport);
        app.Time.Advance(Due);
        var newest = await BearerAsync(browser);
        app.Time.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(newest, await BearerAsync(hub, method));
        Assert.Single(Provider.Refreshes);
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
        Assert.Equal(200, (await otherTab.GetAsync("/call")).Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Several_connections_of_one_session_outlive_seven_expiries_on_their_own(HttpTransportType transport, string method, bool onServer)
    {
        _ = new StrictTokens(Provider, Eight);
        var app = await StartHubAsync(onServer);
        using var browser = await app.SignedInAsync();
        HubConnection[] hubs = [await ConnectAsync(browser, transport), await ConnectAsync(browser, transport), await ConnectAsync(browser, transport)];
        for (var expiry = 1; expiry <= 7; expiry++)
        {
            app.Time.Advance(Eight + TimeSpan.FromMinutes(4));
            var bearers = await Task.WhenAll(hubs.Select(hub => BearerAsync(hub, method)));
            Assert.Single(bearers.Distinct());
            Assert.Equal(expiry, Provider.Refreshes.Count);
        }

        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
    }

    [Fact]
    public async Task A_connection_that_outlives_every_cookie_still_finds_the_newest_tokens()
    {
        _ = new StrictTokens(Provider, TimeSpan.FromDays(30));
        var app = await StartHubAsync(onServer: false);
        using var browser = await app.SignedInAsync();
        var hub = await ConnectAsync(browser);
        app.Time.Advance(TimeSpan.FromDays(30));
        await BearerAsync(browser);
        app.Time.Advance(TimeSpan.FromDays(400));

        Assert.NotNull(await BearerAsync(hub, nameof(DropletHub.ByClient)));
        Assert.Equal(2, Provider.Refreshes.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task So_does_one_whose_session_was_replaced(int signIns)
    {
        _ = new StrictTokens(Provider, TimeSpan.FromDays(30));
        var app = await StartHubAsync(onServer: false);
        using var browser = await app.SignedInAsync();
        var hub = await ConnectAsync(browser);
        for (var time = 0; time < signIns; time++)
        {
            await browser.SignInAsync();
        }

        app.Time.Advance(TimeSpan.FromDays(200));
        Assert.NotNull(await BearerAsync(hub, nameof(DropletHub.ByClient)));
        app.Time.Advance(TimeSpan.FromDays(200));
        Assert.NotNull(await BearerAsync(hub, nameof(DropletHub.ByUser)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_logout_elsewhere_the_hubs_calls_fail(bool onServer)
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartHubAsync(onServer);
        using var browser = await app.SignedInAsync();
        var hub = await ConnectAsync(browser);
        Assert.NotNull(await BearerAsync(hub, nameof(DropletHub.ByUser)));
        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);
        var refusal = await Assert.ThrowsAsync<HubException>(() => BearerAsync(hub, nameof(DropletHub.ByUser)));

        Assert.Contains(FailureReasons.LoginRequired, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hubs_guards_hold_at_every_call(bool onServer)
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartHubAsync(onServer);
        using var browser = await app.SignedInAsync();
        var hub = await ConnectAsync(browser);
        await browser.SignInAsync();
        Assert.Equal(hub.ConnectionId, await hub.InvokeAsync<string>(nameof(DropletHub.Reading)));
        var missing = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<string>(nameof(DropletHub.Creating)));
        Assert.Contains("unauthorized", missing.Message, StringComparison.Ordinal);
        await browser.PostAsync("/logout");

        var refusal = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<string>(nameof(DropletHub.Reading)));
        Assert.Contains(FailureReasons.LoginRequired, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_that_is_guarded_where_it_is_mapped_is_asked_at_every_call_too()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartHubAsync(onServer: false, app => app.MapHub<OpenHub>("/mapped").RequireDropletRead());
        using var browser = await app.SignedInAsync();
        var hub = await ConnectAsync(browser, path: "/mapped");
        Assert.Equal(hub.ConnectionId, await hub.InvokeAsync<string>(nameof(OpenHub.Reading)));
        await browser.PostAsync("/logout");

        var refusal = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<string>(nameof(OpenHub.Reading)));
        Assert.Contains(FailureReasons.LoginRequired, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guarded_method_of_an_open_hub_is_not_for_pages_of_other_sites()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartHubAsync(onServer: false, app => app.MapHub<GuardedHub>("/open").RequireAuthorization());
        using var browser = await app.SignedInAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => ConnectAsync(browser, path: "/open", site: "same-site"));
        var own = await ConnectAsync(browser, path: "/open", site: "same-origin");

        Assert.Equal(own.ConnectionId, await own.InvokeAsync<string>(nameof(GuardedHub.Read)));
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_open_the_users_access()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartHubAsync(onServer: false, app => app.MapHub<OpenHub>("/open"));
        using var browser = await app.SignedInAsync();
        var foreign = await ConnectAsync(browser, path: "/open", site: "cross-site");
        var refusal = await Assert.ThrowsAsync<HubException>(() => foreign.InvokeAsync<string>(nameof(OpenHub.ByUser)));
        Assert.Contains(FailureReasons.LoginRequired, refusal.Message, StringComparison.Ordinal);
        var own = await ConnectAsync(browser, path: "/open", site: "same-origin");

        Assert.NotNull(await BearerAsync(own, nameof(OpenHub.ByUser)));
    }

    [Fact]
    public async Task A_hubs_method_whose_scope_was_granted_is_called()
    {
        Provider.Grant("account:read droplet:read droplet:create");
        var app = await StartHubAsync(onServer: false);
        using var browser = await app.SignedInAsync();
        var hub = await ConnectAsync(browser);

        Assert.Equal(hub.ConnectionId, await hub.InvokeAsync<string>(nameof(DropletHub.Creating)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_step_up_in_another_tab_leaves_the_hub_connected(bool onServer)
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartHubAsync(onServer);
        using var browser = await app.SignedInAsync();
        var hub = await ConnectAsync(browser);
        await browser.SignInAsync();
        var newest = await BearerAsync(browser);

        Assert.Equal(newest, await BearerAsync(hub, nameof(DropletHub.ByClient)));
        Assert.Equal(newest, await BearerAsync(hub, nameof(DropletHub.ByUser)));
        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);
        await Assert.ThrowsAsync<HubException>(() => BearerAsync(hub, nameof(DropletHub.ByUser)));
    }

    [Fact]
    public async Task Where_the_newest_tokens_cannot_be_known_that_call_fails_and_the_session_lives()
    {
        _ = new StrictTokens(Provider, Hour);
        var keys = new EphemeralDataProtectionProvider();
        await using var one = await StartAsync(keys);
        await using var two = await StartAsync(keys);
        using var browser = await one.SignedInAsync();
        using var late = Moved(browser, two);
        using var atTwo = Moved(browser, two);
        var hub = await ConnectAsync(atTwo);
        one.Time.Advance(Hour);
        two.Time.Advance(Hour);
        Assert.NotNull(await BearerAsync(browser));
        var refusal = await Assert.ThrowsAsync<HubException>(() => BearerAsync(hub, nameof(DropletHub.ByUser)));
        Assert.Contains(FailureReasons.InvalidGrant, refusal.Message, StringComparison.Ordinal);
        var answer = await late.GetAsync("/call");
        Assert.Equal((401, FailureReasons.InvalidGrant), (answer.Status, answer.Reason));

        using var moved = Moved(browser, two);
        Assert.Equal(200, (await moved.GetAsync("/call")).Status);
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);

        Task<TestApp> StartAsync(IDataProtectionProvider keys) => TestApp.StartAsync(
            Provider,
            app =>
            {
                app.MapHub<DropletHub>("/hub");
                app.MapGet("/call", async (DigitalOceanClient client, CancellationToken cancel) => await client.GetStringAsync(Echo, cancel)).RequireDropletRead();
            },
            build: builder => builder.Services.AddSingleton(keys).AddSignalR());
    }

    // A token that dies before its time is found out by the API: that must not bury the newer session either.
    [Fact]
    public async Task A_dead_access_token_whose_refresh_token_is_spent_elsewhere_buries_nothing_newer()
    {
        var strict = new StrictTokens(Provider, Hour);
        var keys = new EphemeralDataProtectionProvider();
        await using var one = await StartAsync(keys);
        await using var two = await StartAsync(keys);
        using var browser = await one.SignedInAsync();
        using var old = Moved(browser, two);
        strict.KillAccessTokens();
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
        var refused = await old.GetAsync("/call");
        Assert.Equal(401, refused.Status);

        // Nor in a browser that has the newer cookie by the time that this answer arrives.
        Assert.Null(refused.Header("Set-Cookie"));

        using var moved = Moved(browser, two);
        Assert.Equal(200, (await moved.GetAsync("/call")).Status);
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);

        Task<TestApp> StartAsync(IDataProtectionProvider keys) => TestApp.StartAsync(
            Provider,
            app => app.MapGet("/call", async (DigitalOceanClient client, CancellationToken cancel) => await client.GetStringAsync(Echo, cancel)).RequireDropletRead(),
            build: builder => builder.Services.AddSingleton(keys));
    }

    private static Browser Moved(Browser browser, TestApp app)
    {
        var moved = app.NewBrowser();
        foreach (System.Net.Cookie cookie in browser.Cookies.GetAllCookies())
        {
            moved.Cookies.Add(app.Address, new System.Net.Cookie(cookie.Name, cookie.Value));
        }

        return moved;
    }
}
