using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace DoOAuth.Tests.Connections;

/// <summary>Tests of an app with a hub, called by the real SignalR client.</summary>
public abstract class HubTests : HourlyTokens
{
    private readonly List<HubConnection> _connections = [];

    private protected Task<TestApp> StartHubAsync(bool onServer, Action<WebApplication>? map = null) => StartAsync(
        app =>
        {
            app.MapHub<DropletHub>("/hub");
            app.MapGet("/call", async (DigitalOceanClient client, CancellationToken cancel) => await client.GetStringAsync(Echo, cancel)).RequireDropletRead();
            map?.Invoke(app);
        },
        build: builder => builder.Services.AddSignalR(),
        add: builder =>
        {
            if (onServer)
            {
                builder.StoreSessionsOnServer();
            }
        });

    private protected async Task<HubConnection> ConnectAsync(
        Browser browser, HttpTransportType transport = HttpTransportType.WebSockets, string path = "/hub", string? site = null)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(browser.Home, path), options =>
        {
            options.Transports = transport;
            if (site is not null)
            {
                options.Headers["Sec-Fetch-Site"] = site;
            }

            foreach (System.Net.Cookie cookie in browser.Cookies.GetAllCookies())
            {
                options.Cookies.Add(browser.Home, new System.Net.Cookie(cookie.Name, cookie.Value));
            }
        }).Build();
        _connections.Add(connection);
        await connection.StartAsync();
        return connection;
    }

    private protected static async Task<string?> BearerAsync(HubConnection connection, string method) =>
        (string?)JsonNode.Parse(await connection.InvokeAsync<string>(method))!["bearer"];

    private protected static async Task<string?> BearerAsync(Browser browser) => (string?)(await browser.GetAsync("/call")).Json["bearer"];

    public override async Task DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }

        await base.DisposeAsync();
    }
}
