using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using Microsoft.Playwright;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>What Chromium itself sends from pages of the app, from those of a sibling, and ahead of the user.</summary>
public sealed class OtherSitesTests(Browser browser) : ScriptedTests, IClassFixture<Browser>
{
    private readonly ConcurrentQueue<string> _seen = new();

    /// <summary>An app that notes how it was asked, with a page that sends things.</summary>
    private Task<TestApp> StartNotingAsync(string head = "") => StartAsync(app =>
    {
        app.Use((context, next) =>
        {
            var headers = context.Request.Headers;
            _seen.Enqueue($"{context.Request.Method} {context.Request.Path} origin={headers.Origin} site={headers["Sec-Fetch-Site"]} purpose={headers["Sec-Purpose"]}{headers["Purpose"]}");
            return next(context);
        });
        app.UseWebSockets();
        app.MapGet("/page", () => Results.Content($"<!doctype html><head>{head}</head><form method=post action=/logout><button>Sign out</button></form>", "text/html"));
        app.MapPost("/thing", () => "done").RequireDropletRead();
        app.MapGet("/list", () => Results.Content("the list", "text/html")).RequireDropletRead();
        app.Map("/socket", async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await socket.SendAsync(Encoding.UTF8.GetBytes("the user's data"), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
        }).RequireDropletRead();
    });

    private static string Address(TestApp app) => app.Address.GetLeftPart(UriPartial.Authority);

    private static Task<string> ReadSocketAsync(IPage page, TestApp app) => page.EvaluateAsync<string>(
        """
        address => new Promise(done => {
            const socket = new WebSocket(address);
            socket.onmessage = message => done(message.data);
            socket.onerror = () => done("refused");
        })
        """,
        new UriBuilder(app.Address) { Scheme = "ws", Path = "/socket" }.Uri.AbsoluteUri);

    private async Task WaitForAsync(Func<string, bool> seen)
    {
        for (var tries = 0; !_seen.Any(seen); tries++)
        {
            Assert.True(tries < 100, $"It never came; what came:\n{string.Join('\n', _seen)}");
            await Task.Delay(100);
        }
    }

    [Fact]
    public async Task A_page_that_sends_no_referrer_can_sign_out()
    {
        var app = await StartNotingAsync("<meta name=referrer content=no-referrer>");
        await using var visitor = await browser.NewVisitorAsync(app.Address);
        await visitor.OpenAsync("/login");
        await visitor.OpenAsync("/page");
        Assert.Equal("done", await visitor.Page.EvaluateAsync<string>("async () => (await fetch('/thing', { method: 'POST' })).text()"));
        await visitor.Button("Sign out").ClickAsync();
        await visitor.Page.WaitForURLAsync(Address(app) + "/");

        Assert.Contains(_seen, line => line.StartsWith("POST /logout origin=null site=same-origin", StringComparison.Ordinal));
        Assert.Equal(401, (await visitor.Page.APIRequest.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_siblings_page_neither_posts_nor_opens_a_socket()
    {
        var app = await StartNotingAsync();
        var sibling = await StartNotingAsync();
        await using var visitor = await browser.NewVisitorAsync(app.Address);
        await visitor.OpenAsync("/login");
        await visitor.OpenAsync("/page");
        Assert.Equal("the user's data", await ReadSocketAsync(visitor.Page, app));

        // Another port is another origin of the same site: the session's cookie goes along.
        await visitor.Page.GotoAsync(Address(sibling) + "/page");
        Assert.Equal("refused", await ReadSocketAsync(visitor.Page, app));
        await visitor.Page.EvaluateAsync($"document.forms[0].action = '{Address(app)}/logout'");
        var answer = await visitor.Page.RunAndWaitForResponseAsync(() => visitor.Button("Sign out").ClickAsync(), response => response.Url.EndsWith("/logout", StringComparison.Ordinal));

        Assert.Equal(403, answer.Status);
        Assert.Contains(_seen, line => line.StartsWith($"POST /logout origin={Address(sibling)} site=same-site", StringComparison.Ordinal));
        Assert.Equal(200, (await visitor.Page.APIRequest.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_callback_that_is_loaded_ahead_still_signs_in_when_the_user_goes_there()
    {
        var app = await StartNotingAsync();
        Provider.Authorize = async (context, request) =>
        {
            var callback = $"{request.QueryFields["redirect_uri"]}?code={Provider.Secret("a-code")}&state={Uri.EscapeDataString(request.QueryFields["state"])}";
            await Results.Content($"<!doctype html>{Ahead(callback)}<a href=\"{callback.Replace("&", "&amp;", StringComparison.Ordinal)}\">Go on</a>", "text/html").ExecuteAsync(context);
        };
        await using var visitor = await browser.NewVisitorAsync(app.Address);
        await visitor.Page.GotoAsync("/login?returnUrl=%2Flist");
        await WaitForAsync(line => line.StartsWith("GET /callback", StringComparison.Ordinal) && line.Contains("prefetch", StringComparison.Ordinal));
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        await visitor.Page.WaitForURLAsync(Address(app) + "/list");

        Assert.Equal("the list", await visitor.Page.Locator("body").InnerTextAsync());
        Assert.Single(Provider.TokenRequests);
    }

    [Fact]
    public async Task So_does_a_guarded_page()
    {
        var app = await StartNotingAsync(Ahead("/list"));
        await using var visitor = await browser.NewVisitorAsync(app.Address);
        await visitor.OpenAsync("/page");
        await WaitForAsync(line => line.StartsWith("GET /login", StringComparison.Ordinal) && line.Contains("prefetch", StringComparison.Ordinal));
        Assert.Empty(Provider.Requests);

        Assert.Equal("the list", await visitor.OpenAsync("/list"));
        Assert.Single(Provider.To("/v1/oauth/authorize"));
    }

    private static string Ahead(string address) =>
        $$"""<script type="speculationrules">{"prefetch":[{"urls":["{{address}}"],"eagerness":"immediate"}]}</script>""";
}
