using System.Diagnostics;
using DoOAuth.Benchmarks.Hosting;
using DoOAuth.Benchmarks.Measuring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DoOAuth.Benchmarks.RuntimeGrowth;

/// <summary>Builds an app, maps it, and has it answer its first request.</summary>
internal static class StartMeasurement
{
    // So short a time as the start of a small app is measured many times over, and a long one often enough for a median.
    private const int FewestTimes = 9;

    private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(100);

    /// <summary>Does so, several times.</summary>
    /// <param name="keys">Where the app has its keys.</param>
    /// <param name="add">Adds to the app.</param>
    /// <param name="map">Maps its endpoints.</param>
    /// <param name="path">A path that is guarded.</param>
    /// <returns>The median.</returns>
    /// <exception cref="InvalidOperationException">The path is not guarded.</exception>
    public static async Task<Measure> RunAsync(KeyFolder keys, Action<WebApplicationBuilder> add, Action<WebApplication> map, string path)
    {
        var times = new List<TimeSpan>();
        for (var whole = TimeSpan.Zero; times.Count < FewestTimes || whole < LongEnough; whole += times[^1])
        {
            // Collected within a start, what the starts before left behind would be counted as its own, and more often the longer the start.
            GC.Collect();
            times.Add(await StartAsync(keys, add, map, path));
        }

        times.Sort();
        return new Measure(times[times.Count / 2]);
    }

    private static async Task<TimeSpan> StartAsync(KeyFolder keys, Action<WebApplicationBuilder> add, Action<WebApplication> map, string path)
    {
        var start = Stopwatch.GetTimestamp();
        await using var app = await HostedApp.StartAsync(keys, add, map);
        var connection = app.Connect();
        await connection.GetAsync(path);
        var time = Stopwatch.GetElapsedTime(start);
        return connection.Answer.StatusCode == StatusCodes.Status401Unauthorized
            ? time
            : throw new InvalidOperationException($"{path} answers with status {connection.Answer.StatusCode} instead of 401.");
    }
}
