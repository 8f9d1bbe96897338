using System.Diagnostics;
using System.Text.RegularExpressions;
using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests;

/// <summary>
/// docs/performance.md gives one command for all tables, and README and page repeat what the tables say. The figures themselves are
/// not tested, because machines differ.
/// </summary>
public sealed partial class BenchmarkTests
{
    private static readonly string Results = Path.Combine(AllPages.Root, "tests", "Benchmarks", "Results");
    private static readonly string Benchmarks = Path.Combine(AllPages.Root, "tests/Benchmarks", "bin", "Release", "net10.0", "Benchmarks.dll");

    [Fact]
    public async Task A_name_measures_and_prints_its_tables()
    {
        var printed = await RunAsync("sessions", "--rounds", "1");

        Assert.Contains("## A request with a session", printed, StringComparison.Ordinal);
        Assert.Matches(@"\| time, DoOAuth's session : AddCookie \| lower \| [0-9.]+ \|", printed);
        Assert.Contains("rounds measured: 1.", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_name_has_its_page_and_a_row_in_the_summary()
    {
        var summary = await File.ReadAllTextAsync(Path.Combine(AllPages.Root, "docs", "performance.md"));
        var names = (await RunAsync()).Split('\n')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && !line.TrimStart().StartsWith("--", StringComparison.Ordinal) && !line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(' ')[0])
            .ToList();

        Assert.Contains("sign-in", names);
        Assert.Equal(names.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Results, "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.Contains($"<!-- {name} -->\n", File.ReadAllText(Path.Combine(Results, $"{name}.md")), StringComparison.Ordinal));
        Assert.All(names, name => Assert.Contains($"(../tests/Benchmarks/Results/{name}.md)", summary, StringComparison.Ordinal));
    }

    [Fact]
    public void The_summary_says_what_the_tables_say()
    {
        var rows = SummaryRows().Matches(File.ReadAllText(Path.Combine(AllPages.Root, "docs", "performance.md")));

        Assert.True(rows.Count > 20, "Hardly any row was found.");
        Assert.All(rows, row =>
        {
            var table = TableRows().Matches(File.ReadAllText(Path.Combine(Results, row.Groups["file"].Value)))
                .Select(match => (match.Groups["median"].Value, match.Groups["better"].Value, match.Groups["target"].Value, match.Groups["met"].Value))
                .ToHashSet();
            Assert.All(
                row.Groups["medians"].Value.Split(", "),
                median => Assert.Contains((median, row.Groups["better"].Value, row.Groups["target"].Value, row.Groups["met"].Value), table));
        });
    }

    [Fact]
    public void A_missed_target_is_listed()
    {
        var page = File.ReadAllText(Path.Combine(AllPages.Root, "docs", "performance.md"));
        var missed = page[page.IndexOf("## Targets not met", StringComparison.Ordinal)..page.IndexOf("## Summary", StringComparison.Ordinal)];
        var medians = Directory.EnumerateFiles(Results, "*.md").SelectMany(file => TableRows().Matches(File.ReadAllText(file)))
            .Where(match => match.Groups["met"].Value == "**no**")
            .Select(match => match.Groups["median"].Value);

        Assert.All(medians, median => Assert.Contains(median, missed, StringComparison.Ordinal));
    }

    [Fact]
    public void The_readme_says_what_the_summary_says()
    {
        var readme = File.ReadAllText(Path.Combine(AllPages.Root, "README.md"));
        var summary = SummaryRows().Matches(File.ReadAllText(Path.Combine(AllPages.Root, "docs", "performance.md")))
            .SelectMany(match => match.Groups["medians"].Value.Split(", ").Select(median => (median, match.Groups["better"].Value)))
            .ToHashSet();
        var rows = ReadmeRows().Matches(readme);

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.All(
            row.Groups["medians"].Value.Split(", "),
            median => Assert.Contains((median, row.Groups["better"].Value), summary)));
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Benchmarks, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Concat(output));
        return output[0];
    }

    [GeneratedRegex(@"^\| \[[^\]]*\]\(\.\./tests/Benchmarks/Results/(?<file>[a-z-]+\.md)\) \| [^|]* \| (?<medians>[0-9., ]+) \| (?<better>\w+) \| (?<target>[^|]*?) ?\| (?<met>[^|]*?) ?\|$", RegexOptions.Multiline)]
    private static partial Regex SummaryRows();

    [GeneratedRegex(@"^\| [^|]* \| (?<better>lower|higher) \| (?<median>[0-9.]+) \| [^|]* \| (?<target>[^|]*?) ?\| (?<met>[^|]*?) ?\|$", RegexOptions.Multiline)]
    private static partial Regex TableRows();

    [GeneratedRegex(@"^\| [^|]* : [^|]* \| (?<medians>[0-9., ]+) \| (?<better>lower|higher) \|$", RegexOptions.Multiline)]
    private static partial Regex ReadmeRows();
}
