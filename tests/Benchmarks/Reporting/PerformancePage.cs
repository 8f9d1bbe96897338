using System.Globalization;
using BenchmarkDotNet.Environments;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Reporting;

/// <summary>docs/performance.md: between two marks, each subject's last tables.</summary>
internal static class PerformancePage
{
    private static readonly string Docs = Path.Combine(TestBuild.RepositoryRoot, "docs");

    /// <summary>What was measured of a subject, with the day and the machine.</summary>
    public static string Section(Subject subject, IReadOnlyList<Experiment> experiments, HostEnvironmentInfo machine, TimeProvider clock)
    {
        var day = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var processor = machine.Cpu.Value?.ProcessorName ?? "unknown processor";
        var rounds = string.Join(", ", experiments.Select(experiment => experiment.Measured.Count).Distinct());
        return string.Create(CultureInfo.InvariantCulture, $"""
            `dotnet run -c Release --project tests/Benchmarks -- {subject.Name}`: {day}, {processor}, {Environment.ProcessorCount} logical processors, {machine.Os.Value}, {machine.RuntimeVersion}; rounds measured: {rounds}.

            {string.Join('\n', experiments.Select(experiment => ResultTables.Of(experiment) + Picture(experiment)))}
            """);
    }

    /// <summary>Puts a section and its pictures where those of the last run were.</summary>
    /// <exception cref="InvalidOperationException">The page has no place for it.</exception>
    public static void Write(Subject subject, IReadOnlyList<Experiment> experiments, string section)
    {
        var path = Path.Combine(Docs, "performance.md");
        var page = File.ReadAllText(path);
        var (begin, end) = ($"<!-- {subject.Name} -->\n", $"<!-- end of {subject.Name} -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal);
        var to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"docs/performance.md has no place for \"{subject.Name}\": add the lines \"{begin.Trim()}\" and \"{end}\".");
        }

        File.WriteAllText(path, $"{page[..(from + begin.Length)]}\n{section}\n{page[to..]}");
        foreach (var experiment in experiments)
        {
            if (experiment.Curve is { } curve)
            {
                File.WriteAllText(Path.Combine(Docs, "images", $"{curve.Picture}.svg"), GrowthPicture.Draw(experiment, curve));
            }
        }
    }

    private static string Picture(Experiment experiment) =>
        experiment.Curve is { } curve ? $"\n![{experiment.Title}: time over {curve.Work}](images/{curve.Picture}.svg)\n" : "";
}
