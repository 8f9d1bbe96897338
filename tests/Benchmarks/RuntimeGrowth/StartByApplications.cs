using System.Globalization;
using DoOAuth.Benchmarks.Hosting;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.RuntimeGrowth;

/// <summary>The start of an app by the number of its annotated classes.</summary>
internal static class StartByApplications
{
    private static readonly int[] Counts = [1, 2, 5, 10, 20];

    public static Task<Experiment> ExperimentAsync(KeyFolder keys)
    {
        var curve = new Curve("growth-annotated-classes", "annotated classes", [.. Counts.Select(count => ((double)count, NameOf(count)))]);
        var projects = Counts.ToDictionary(count => count, CompiledApplications.Compile);
        return Task.FromResult(new Experiment(
            "The start by annotated classes",
            [.. Counts.Select(count => new Variant(NameOf(count), () => StartMeasurement.RunAsync(keys, projects[count].Add, projects[count].Map, "/page0")))],
            [.. curve.Steps()])
        {
            Description = """
                    From the app's builder to the answer to the first request, which a guard refuses, with a warm compiler: the median of several starts, garbage being
                    collected before each. Each class is a registered application of its own, with its scheme, its five endpoints, and one guarded endpoint. They are
                    compiled by the benchmark, with what the generator makes of them.
                    """,
            Curve = curve,
        });
    }

    private static string NameOf(int count) => string.Create(CultureInfo.InvariantCulture, $"classes: {count}");
}
