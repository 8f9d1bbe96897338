using System.Diagnostics;
using DoOAuth.Benchmarks.Hosting;
using DoOAuth.Benchmarks.Measuring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DoOAuth.Benchmarks.RuntimeGrowth;

/// <summary>Builds an app, maps it, and has it answer its first request.</summary>
internal static class StartMeasurement
{
    // So short a time as the start of a small app is measured several times over.
    private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(100);

    /// <summary>Does so, once or more.</summary>
    /// <param name="keys">Where the app has its keys.</param>
    /// <param name="add">Adds to the app.</param>
    /// <param name="map">Maps its endpoints.</param>
    /// <param name="path">A path that is guarded.</param>
    /// <exception cref="InvalidOperationException">The path is not guarded.</exception>
    public static async Task<Measure> RunAsync(KeyFolder keys, Action<WebApplicationBuilder> add, Action<WebApplication> map, string path)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        for (var times = 1; ; times++)
        {
            await using var app = await HostedApp.StartAsync(keys, add, map);
            var connection = app.Connect();
            await connection.GetAsync(path);
            if (connection.Answer.StatusCode != StatusCodes.Status401Unauthorized)
            {
                throw new InvalidOperationException($"{path} answers with status {connection.Answer.StatusCode} in place of 401.");
            }

            if (Stopwatch.GetElapsedTime(start) is var time && time > LongEnough)
            {
                return new Measure(time / times);
            }
        }
    }
}
