using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace DoOAuth.Redis.Tests;

/// <summary>Hubs stay connected to one machine while the browser's requests, and so the refreshes, go to another.</summary>
public abstract class Hubs_on_two_machines : FleetTests
{
    public static TheoryData<HttpTransportType, string> Kinds => new()
    {
        { HttpTransportType.WebSockets, nameof(DropletHub.ByClient) },
        { HttpTransportType.WebSockets, nameof(DropletHub.ByUser) },
        { HttpTransportType.LongPolling, nameof(DropletHub.ByUser) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Hubs_at_one_machine_go_on_with_what_the_other_refreshed_over_six_expiries(HttpTransportType transport, string method)
    {
        var (a, b) = await StartTwoAsync();
        using var browser = await SignInAsync(a);
        await using var first = await ConnectAsync(browser, a, transport);
        await using var second = await ConnectAsync(browser, a, transport);
        for (var expiry = 1; expiry <= 6; expiry++)
        {
            // Longer than the result of a refresh is shared among requests.
            Time.Advance(Expired + TimeSpan.FromMinutes(11));
            var fresh = await BearerAsync(browser, b);

            Assert.NotNull(fresh);
            var bearers = await Task.WhenAll(BearerAsync(first, method), BearerAsync(second, method));
            Assert.Equal(fresh, Assert.Single(bearers.Distinct()));
            Assert.Equal(expiry, Provider.Refreshes.Count);
        }

        Assert.Equal(200, (await browser.GetAsync(a.At("/call"))).Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Hubs_at_both_machines_share_one_refresh_for_each_of_six_expiries(HttpTransportType transport, string method)
    {
        var (a, b) = await StartTwoAsync();
        using var browser = await SignInAsync(a);
        await using var atA = await ConnectAsync(browser, a, transport);
        await using var atB = await ConnectAsync(browser, b, transport);
        for (var expiry = 1; expiry <= 6; expiry++)
        {
            Time.Advance(Expired + TimeSpan.FromMinutes(11));
            var bearers = await Task.WhenAll(BearerAsync(atA, method), BearerAsync(atB, method));

            Assert.NotNull(Assert.Single(bearers.Distinct()));
            Assert.Equal(expiry, Provider.Refreshes.Count);
        }

        // The browser's cookie is six generations old by now.
        Assert.Equal(200, (await browser.GetAsync(b.At("/call"))).Status);
        Assert.Equal(6, Provider.Refreshes.Count);
    }

    [Fact]
    public async Task After_a_logout_at_one_machine_the_hubs_calls_at_the_other_fail_and_not_before()
    {
        var (a, b) = await StartTwoAsync();
        using var browser = await SignInAsync(a);
        await using var hub = await ConnectAsync(browser, a);
        Assert.NotNull(await BearerAsync(hub, nameof(DropletHub.ByUser)));
        Assert.Equal(204, (await browser.PostAsync(b.At("/logout"))).Status);
        var refusal = await Assert.ThrowsAsync<HubException>(() => BearerAsync(hub, nameof(DropletHub.ByUser)));

        Assert.Contains(FailureReasons.LoginRequired, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_up_at_one_machine_leaves_the_hub_at_the_other_connected()
    {
        var (a, b) = await StartTwoAsync();
        using var browser = await SignInAsync(a);
        await using var hub = await ConnectAsync(browser, a);
        Assert.True((await browser.SignInAsync(b.At("/login"))).IsRedirect);
        var newest = await BearerAsync(browser, b);

        Assert.NotNull(newest);
        Assert.Equal(newest, await BearerAsync(hub, nameof(DropletHub.ByUser)));
        Assert.Equal(204, (await browser.PostAsync(b.At("/logout"))).Status);
        await Assert.ThrowsAsync<HubException>(() => BearerAsync(hub, nameof(DropletHub.ByUser)));
    }

    [Fact]
    public async Task A_hub_whose_machine_was_away_from_Redis_finds_the_newest_tokens_when_it_is_back()
    {
        var (a, b) = await StartTwoAsync();
        using var browser = await SignInAsync(a);
        await using var hub = await ConnectAsync(browser, a);
        Assert.NotNull(await BearerAsync(hub, nameof(DropletHub.ByUser)));
        await Redis.KillAsync();
        Time.Advance(Expired);
        var refusal = await Assert.ThrowsAsync<HubException>(() => BearerAsync(hub, nameof(DropletHub.ByUser)));
        Assert.Contains(FailureReasons.StoreUnreachable, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Provider.Refreshes);

        await Redis.StartAgainAsync();
        await UntilAsync(200, () => browser.GetAsync(b.At("/call")));
        var newest = await BearerAsync(browser, b);
        await UntilAsync(200, () => browser.GetAsync(a.At("/call")));
        Assert.Equal(newest, await BearerAsync(hub, nameof(DropletHub.ByUser)));
        Assert.Single(Provider.Refreshes);
    }

    private async Task<(Machine A, Machine B)> StartTwoAsync()
    {
        var machines = new List<Machine>();
        for (var i = 0; i < 2; i++)
        {
            machines.Add(await StartMachineAsync(builder => builder.Services.AddSignalR(), app => app.MapHub<DropletHub>("/hub")));
        }

        return (machines[0], machines[1]);
    }

    private static async Task<HubConnection> ConnectAsync(Browser browser, Machine machine, HttpTransportType transport = HttpTransportType.WebSockets)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(machine.At("/hub")), options =>
        {
            options.Transports = transport;
            foreach (System.Net.Cookie cookie in browser.Cookies.GetAllCookies())
            {
                options.Cookies.Add(machine.Address, new System.Net.Cookie(cookie.Name, cookie.Value));
            }
        }).Build();
        await connection.StartAsync();
        return connection;
    }

    private static async Task<string?> BearerAsync(HubConnection connection, string method) =>
        (string?)JsonNode.Parse(await connection.InvokeAsync<string>(method))!["bearer"];

    private static async Task<string?> BearerAsync(Browser browser, Machine machine) => (string?)(await browser.GetAsync(machine.At("/call"))).Json["bearer"];
}

/// <summary>The same with the sessions in the cookies.</summary>
public sealed class Hubs_on_two_machines_with_cookies : Hubs_on_two_machines;

/// <summary>The same with the sessions in Redis.</summary>
public sealed class Hubs_on_two_machines_with_stored_sessions : Hubs_on_two_machines
{
    private protected override void Share(DigitalOceanOAuthBuilder builder) => builder.UseRedis(Redis.Configuration).StoreSessionsOnServer();
}
