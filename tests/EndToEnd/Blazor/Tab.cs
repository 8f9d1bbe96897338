using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DoOAuth.EndToEnd.Tests.Blazor;

/// <summary>A tab with the page that has every way to call DigitalOcean, and its circuit.</summary>
internal sealed class Tab
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<IWebSocketRoute> _sockets = [];
    private int _calls;

    private Tab(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>How often the browser has connected to the circuit.</summary>
    public int Connections => _sockets.Count;

    /// <summary>Opens the page, and waits for its circuit.</summary>
    public static async Task<Tab> OpenAsync(Visitor visitor, string path = "/ways")
    {
        var tab = new Tab(await visitor.Page.Context.NewPageAsync());
        await tab.Page.RouteWebSocketAsync(
            new Regex("/_blazor"),
            socket =>
            {
                tab._sockets.Add(socket);
                socket.ConnectToServer();
            });
        await tab.Page.GotoAsync(path);
        await tab.Page.Locator("#mode", new() { HasTextString = "interactive" }).WaitForAsync();
        return tab;
    }

    /// <summary>Presses a button; gives the status that DigitalOcean's answer had, or why there was none.</summary>
    public async Task<string> CallAsync(string way)
    {
        var number = (++_calls).ToString(CultureInfo.InvariantCulture);
        await Page.GetByRole(AriaRole.Button, new() { Name = way, Exact = true }).ClickAsync();
        return await AfterAsync("#answer", number + " ");
    }

    /// <summary>What a plain request of the page gets.</summary>
    public async Task<string> FetchAsync() =>
        (await Page.EvaluateAsync<int>("fetch('/call').then(answer => answer.status)")).ToString(CultureInfo.InvariantCulture);

    /// <summary>What the timer's calls get that begin from now on: by the client, and by the user.</summary>
    public async Task<string> NextTickAsync()
    {
        var shown = await Page.Locator("#timer").InnerTextAsync();
        var number = shown.Length == 0 ? 0 : int.Parse(shown.Split(':')[0], CultureInfo.InvariantCulture);

        // The next one may be under way.
        return await AfterAsync("#timer", string.Create(CultureInfo.InvariantCulture, $"{number + 2}: "));
    }

    /// <summary>Cuts the connection, as a network does, and waits until the browser has connected again.</summary>
    public async Task ReconnectAsync()
    {
        var before = Connections;
        await _sockets[^1].CloseAsync(new() { Code = 3001, Reason = "cut by the test" });
        var patience = Stopwatch.StartNew();
        while (Connections == before)
        {
            Assert.True(patience.Elapsed < Patience, "The browser does not connect again.");
            await Task.Delay(50);
        }
    }

    private async Task<string> AfterAsync(string place, string beginning)
    {
        var text = Page.Locator(place, new() { HasTextRegex = new Regex("^" + beginning) });
        return (await text.InnerTextAsync())[beginning.Length..];
    }
}
