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
                    The time from creating the app's builder to the response to the first request, which a guard rejects, with a warm compiler: the median of several starts, with a garbage
                    collection before each. Each class is a separate registered application with its scheme, its five endpoints, and one guarded endpoint. The
                    benchmark compiles them with the generated code.
                    """,
            Curve = curve,
        });
    }

    private static string NameOf(int count) => string.Create(CultureInfo.InvariantCulture, $"classes: {count}");
}
