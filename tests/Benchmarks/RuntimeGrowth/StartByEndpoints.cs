using System.Globalization;
using DoOAuth.Benchmarks.Apps;
using DoOAuth.Benchmarks.Hosting;
using DoOAuth.Benchmarks.Measuring;
using Microsoft.AspNetCore.Builder;

namespace DoOAuth.Benchmarks.RuntimeGrowth;

/// <summary>The start of an app by the number of its guarded endpoints.</summary>
internal static class StartByEndpoints
{
    private static readonly int[] Counts = [1, 10, 100, 500, 1_000, 2_000];

    public static Task<Experiment> ExperimentAsync(KeyFolder keys)
    {
        var curve = new Curve("growth-guarded-endpoints", "guarded endpoints", [.. Counts.Select(count => ((double)count, NameOf(count)))]);
        return Task.FromResult(new Experiment(
            "The start by guarded endpoints",
            [.. Counts.Select(count => new Variant(NameOf(count), () => StartMeasurement.RunAsync(keys, builder => builder.AddDeck(), app => Map(app, count), "/page0/1")))],
            [.. curve.Steps()])
        {
            Description = """
                    The time from creating the app's builder to the response to the first request, which a guard rejects, with a warm compiler: the median of several starts, with a garbage
                    collection before each. Each endpoint has its own path and a parameter.
                    """,
            Curve = curve,
            Rounds = 7,
        });
    }

    private static void Map(WebApplication app, int count)
    {
        app.MapDeck();
        for (var number = 0; number < count; number++)
        {
            app.MapGet(string.Create(CultureInfo.InvariantCulture, $"/page{number}/{{id}}"), static context => Task.CompletedTask).RequireDropletRead();
        }
    }

    private static string NameOf(int count) => string.Create(CultureInfo.InvariantCulture, $"endpoints: {count}");
}
