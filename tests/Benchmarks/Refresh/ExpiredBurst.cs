using System.Diagnostics;
using DoOAuth.Benchmarks.Apps;
using DoOAuth.Benchmarks.Hosting;
using Microsoft.AspNetCore.Http;

namespace DoOAuth.Benchmarks.Refresh;

/// <summary>Lets a session's token expire, and then sends requests all at once.</summary>
internal sealed class ExpiredBurst(HostedApp app, StandInProvider provider, MovableClock clock)
{
    /// <summary>How many begin together.</summary>
    public const int Requests = 64;

    private const int LifetimeInSeconds = 3_600;

    private readonly Connection[] _connections = [.. Enumerable.Range(0, Requests).Select(_ => app.Connect())];

    /// <summary>Does it so many times.</summary>
    /// <returns>The 99th percentile of the times of all requests.</returns>
    /// <exception cref="InvalidOperationException">A request was not let through, or there was another number of refreshes than one.</exception>
    public async Task<TimeSpan> RunAsync(int bursts)
    {
        var times = new List<long>();
        for (var burst = 0; burst < bursts; burst++)
        {
            times.AddRange(await RunAsync());
        }

        times.Sort();
        return Stopwatch.GetElapsedTime(0, times[(int)Math.Ceiling(times.Count * 0.99) - 1]);
    }

    private async Task<long[]> RunAsync()
    {
        provider.Grant([], LifetimeInSeconds);
        var session = await SignedIn.ToAsync(app, OurApp.CallbackPath);
        clock.Advance(TimeSpan.FromSeconds(LifetimeInSeconds + 1));
        var before = provider.TokenRequests;
        var begin = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(_connections.Select(connection => Task.Run(async () =>
        {
            await connection.GetAsync("/guarded", cookie: session.Cookies);
            return Stopwatch.GetTimestamp() - begin;
        })));
        if (provider.TokenRequests - before != 1)
        {
            throw new InvalidOperationException($"{provider.TokenRequests - before} refreshes instead of one.");
        }

        return Array.TrueForAll(_connections, connection => connection.Answer.StatusCode == StatusCodes.Status200OK)
            ? times
            : throw new InvalidOperationException("Not every request was let through.");
    }
}
