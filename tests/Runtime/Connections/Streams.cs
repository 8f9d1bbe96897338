using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace DoOAuth.Tests.Connections;

/// <summary>Server-sent events: an answer that goes on for hours, and calls DigitalOcean whenever there is something to say.</summary>
public sealed class Streams : HourlyTokens
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Several_streams_of_one_session_outlive_six_expiries(bool onServer)
    {
        _ = new StrictTokens(Provider, Hour);
        var ticks = new[] { Channel.CreateUnbounded<int>(), Channel.CreateUnbounded<int>() };
        var app = await StartHourlyAsync(
            app => app.MapGet("/events/{stream:int}", (int stream, DigitalOceanClient client, CancellationToken cancel) =>
                TypedResults.ServerSentEvents(EventsAsync(ticks[stream].Reader, client, cancel))).RequireDropletRead(),
            add: builder =>
            {
                if (onServer)
                {
                    builder.StoreSessionsOnServer();
                }
            });
        using var browser = await app.SignedInAsync();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = browser.Cookies });
        await using var first = await OpenAsync(0);
        await using var second = await OpenAsync(1);
        Assert.True(await first.MoveNextAsync() && await second.MoveNextAsync());
        for (var expiry = 1; expiry <= 6; expiry++)
        {
            app.Time.Advance(Hour + TimeSpan.FromMinutes(11));
            Array.ForEach(ticks, tick => tick.Writer.TryWrite(expiry));
            Assert.True(await first.MoveNextAsync());
            Assert.True(await second.MoveNextAsync());
            Assert.Contains("doo_v1_access", first.Current.Data, StringComparison.Ordinal);
            Assert.Equal(first.Current.Data, second.Current.Data);
            Assert.Equal(expiry, Provider.Refreshes.Count);
        }

        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
        Array.ForEach(ticks, tick => tick.Writer.Complete());

        async Task<IAsyncEnumerator<SseItem<string>>> OpenAsync(int stream) =>
            SseParser.Create(await http.GetStreamAsync(new Uri(app.Address, $"/events/{stream}"))).EnumerateAsync().GetAsyncEnumerator();
    }

    private static async IAsyncEnumerable<string> EventsAsync(
        ChannelReader<int> ticks, DigitalOceanClient client, [EnumeratorCancellation] CancellationToken cancel)
    {
        // An answer begins with its first event.
        yield return "begun";
        await foreach (var _ in ticks.ReadAllAsync(cancel))
        {
            yield return await client.GetStringAsync(Echo, cancel);
        }
    }
}
