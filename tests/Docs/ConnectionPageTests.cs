using System.Net.ServerSentEvents;
using DoOAuth.Docs.Tests.Pages;
using DoOAuth.Docs.Tests.Running;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace DoOAuth.Docs.Tests;

/// <summary>Runs what docs/sessions.md says of hubs and streams, over expiries and a logout. Its circuit is run in a browser by tests/EndToEnd.</summary>
public sealed class ConnectionPageTests
{
    private const int Expiries = 6;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_hub_goes_on_over_expiries_and_says_when_the_user_has_signed_out()
    {
        await using var app = await PageApp.SignedInAsync(Block("A hub"), Hour);
        await using var one = await ConnectAsync(app);
        await using var two = await ConnectAsync(app);
        var count = await one.InvokeAsync<int>("Count");
        Assert.NotEqual(0, count);
        for (var expiry = 0; expiry < Expiries; expiry++)
        {
            app.Time.Advance(Hour + TimeSpan.FromMinutes(11));
            Assert.Equal([count, count], await Task.WhenAll(one.InvokeAsync<int>("Count"), two.InvokeAsync<int>("Count")));
        }

        await app.SignOutAsync();
        var refusal = await Assert.ThrowsAsync<HubException>(() => one.InvokeAsync<int>("Count"));
        Assert.Contains(FailureReasons.LoginRequired, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stream_goes_on_over_expiries_and_ends_when_the_user_has_signed_out()
    {
        await using var app = await PageApp.SignedInAsync(Block("A stream"), life: Minute);
        using var client = app.NewClient();
        await using var body = await client.GetStreamAsync(new Uri("/droplet-counts", UriKind.Relative));
        await using var events = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
        var count = await NextAsync();
        Assert.NotEqual("0", count);
        for (var expiry = 0; expiry < Expiries; expiry++)
        {
            // The stream has something to say every minute, in which a token expires.
            app.Time.Advance(Minute);
            Assert.Equal(count, await NextAsync());
        }

        await app.SignOutAsync();
        app.Time.Advance(Minute);
        Assert.Equal(FailureReasons.LoginRequired, await NextAsync());
        Assert.False(await events.MoveNextAsync());

        async Task<string> NextAsync()
        {
            Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
            return events.Current.Data;
        }
    }

    private static PageBlock Block(string heading) =>
        Assert.Single(AllPages.Find("docs/sessions.md").Blocks, block => block.Heading == heading && block.Language == "csharp");

    private static async Task<HubConnection> ConnectAsync(PageApp app)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(app.Address, "/hub"), options => options.Cookies = app.Cookies).Build();
        await connection.StartAsync();
        return connection;
    }
}
