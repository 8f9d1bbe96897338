using System.Globalization;
using BenchmarkDotNet.Environments;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Reporting;

/// <summary>The page of a subject in tests/Benchmarks/Results: the tables of its last run, between two marks.</summary>
internal static class ResultPage
{
    private static readonly string Results = Path.Combine(TestBuild.RepositoryRoot, "tests", "Benchmarks", "Results");

    /// <summary>The measured tables of a subject, with the date and the machine.</summary>
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

    /// <summary>Replaces the section and the pictures of the last run.</summary>
    /// <exception cref="InvalidOperationException">There is no page, or the page has no marks.</exception>
    public static void Write(Subject subject, IReadOnlyList<Experiment> experiments, string section)
    {
        var path = Path.Combine(Results, $"{subject.Name}.md");
        var page = File.Exists(path) ? File.ReadAllText(path) : "";
        var (begin, end) = ($"<!-- {subject.Name} -->\n", $"<!-- end of {subject.Name} -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal);
        var to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"{path} must have a title, a sentence, and the lines \"{begin.Trim()}\" and \"{end}\". Add them.");
        }

        File.WriteAllText(path, $"{page[..(from + begin.Length)]}\n{section}\n{page[to..]}");
        foreach (var experiment in experiments)
        {
            if (experiment.Curve is { } curve)
            {
                File.WriteAllText(Path.Combine(Results, "images", $"{curve.Picture}.svg"), GrowthPicture.Draw(experiment, curve));
            }
        }
    }

    private static string Picture(Experiment experiment) =>
        experiment.Curve is { } curve ? $"\n![{experiment.Title}: time over {curve.Work}](images/{curve.Picture}.svg)\n" : "";
}
