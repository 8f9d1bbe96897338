using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;

namespace DoOAuth.Tests;

/// <summary>
/// A WebSocket may be opened by a page of any site, and both ways be read: no CORS holds it back. A sibling subdomain's page sends the session's
/// cookie along, since SameSite asks for the site only.
/// </summary>
public sealed class Cross_site_sockets : ScriptedTests
{
    private const string Sibling = "https://shop.example.com";
    private const string UsersData = "sammy the shark";
    private const string Trusted = "https://app.example.com";

    private async Task<(TestApp App, Browser Browser, Uri Http2)> StartWithSocketsAsync()
    {
        var http2 = new Uri("about:blank");
        var app = await StartAsync(
            app =>
            {
                app.UseWebSockets();
                app.Map("/socket", AnswerAsync).RequireDropletRead();
                app.MapHub<NameHub>("/hub").RequireDropletRead();
                app.Lifetime.ApplicationStarted.Register(() => http2 = new Uri(app.Urls.Last()));
            },
            options => options.TrustedOrigins.Add(Trusted),
            builder =>
            {
                builder.Services.AddSignalR();
                builder.WebHost.ConfigureKestrel(kestrel =>
                {
                    kestrel.Listen(IPAddress.Loopback, 0);
                    kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
                });
            });
        return (app, await app.SignedInAsync(), http2);

        static async Task AnswerAsync(HttpContext context)
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await socket.SendAsync(Encoding.UTF8.GetBytes(UsersData), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
        }
    }

    /// <summary>What a page with these headers reads from a socket: the messages, or the status that it was refused with.</summary>
    private static async Task<string> ReadAsync(Browser browser, Uri address, Version version, params (string Name, string Value)[] headers)
    {
        using var socket = new ClientWebSocket();
        socket.Options.HttpVersion = version;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Cookie", browser.Cookies.GetCookieHeader(address));
        foreach (var (name, value) in headers)
        {
            socket.Options.SetRequestHeader(name, value);
        }

        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false });
        try
        {
            await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws" }.Uri, invoker, CancellationToken.None);
        }
        catch (WebSocketException exception)
        {
            return socket.HttpStatusCode != 0 ? $"{(int)socket.HttpStatusCode}" : exception.ToString();
        }

        // What a client of SignalR says first; the other endpoint reads nothing.
        await socket.SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        var text = new StringBuilder();
        var buffer = new byte[256];
        while (!text.ToString().Contains(UsersData, StringComparison.Ordinal))
        {
            var message = await socket.ReceiveAsync(buffer, CancellationToken.None);
            Assert.NotEqual(WebSocketMessageType.Close, message.MessageType);
            text.Append(Encoding.UTF8.GetString(buffer, 0, message.Count));
        }

        return UsersData;
    }

    public static TheoryData<string, string, string> Pages => new()
    {
        { "", "", UsersData },
        { "OWN", "", UsersData },
        { Trusted, "", UsersData },
        { Trusted, "cross-site", UsersData },
        { "OWN", "same-origin", UsersData },
        { "null", "same-origin", UsersData },
        { Sibling, "", "403" },
        { Sibling, "same-site", "403" },
        { "OWN", "same-site", "403" },
        { "null", "", "403" },
        { "null", "cross-site", "403" },
        { "https://evil.example", "cross-site", "403" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Over_http_1_1_a_page_of_another_origin_reads_nothing(string origin, string site, string reads)
    {
        var (app, browser, _) = await StartWithSocketsAsync();
        var address = new Uri(app.Address, "/socket");

        Assert.Equal(reads, await ReadAsync(browser, address, HttpVersion.Version11, Headers(origin, site, address)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nor_over_http_2(string origin, string site, string reads)
    {
        var (_, browser, http2) = await StartWithSocketsAsync();
        var address = new Uri(http2, "/socket");

        Assert.Equal(reads, await ReadAsync(browser, address, HttpVersion.Version20, Headers(origin, site, address)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text/html,*/*")]
    public async Task It_is_told_why_in_json(string accept)
    {
        var (app, browser, _) = await StartWithSocketsAsync();
        var answer = await UpgradeAsync(browser, accept, ("Origin", Sibling));
        Assert.Equal(403, answer.Status);
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Equal(FailureReasons.CrossSite, answer.Reason);

        using var nobody = app.NewBrowser();
        var signedOut = await UpgradeAsync(nobody, accept, ("Origin", app.Address.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(401, signedOut.Status);
        Assert.Equal("application/problem+json", signedOut.ContentType);
        Assert.Equal(FailureReasons.CrossSite, (await UpgradeAsync(nobody, accept, ("Origin", Sibling))).Reason);
    }

    [Fact]
    public async Task A_hub_is_closed_to_other_sites_at_its_negotiation_and_without_it()
    {
        var (app, browser, http2) = await StartWithSocketsAsync();
        Assert.Equal(403, (await browser.PostAsync("/hub/negotiate?negotiateVersion=1", ("Origin", Sibling))).Status);
        Assert.Equal(200, (await browser.PostAsync("/hub/negotiate?negotiateVersion=1", ("Origin", app.Address.GetLeftPart(UriPartial.Authority)))).Status);
        Assert.Equal("403", await ReadAsync(browser, new Uri(app.Address, "/hub"), HttpVersion.Version11, ("Origin", Sibling)));
        Assert.Equal("403", await ReadAsync(browser, new Uri(http2, "/hub"), HttpVersion.Version20, ("Origin", Sibling)));

        Assert.Equal(UsersData, await ReadAsync(browser, new Uri(app.Address, "/hub"), HttpVersion.Version11, ("Origin", Trusted)));
        Assert.Equal(UsersData, await ReadAsync(browser, new Uri(http2, "/hub"), HttpVersion.Version20, ("Origin", Trusted)));
    }

    private static Task<Page> UpgradeAsync(Browser browser, string accept, params (string Name, string Value)[] headers) => browser.SendAsync(
        HttpMethod.Get,
        "/socket",
        [
            ("Accept", accept), ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA=="),
            .. headers,
        ]);

    private static (string Name, string Value)[] Headers(string origin, string site, Uri address)
    {
        var own = address.GetLeftPart(UriPartial.Authority);
        return [.. new[] { ("Origin", origin == "OWN" ? own : origin), ("Sec-Fetch-Site", site) }.Where(header => header.Item2.Length > 0)];
    }

    private sealed class NameHub : Hub
    {
        public override Task OnConnectedAsync() => Clients.Caller.SendAsync("name", UsersData);
    }
}
