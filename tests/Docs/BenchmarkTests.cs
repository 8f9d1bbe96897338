using System.Diagnostics;
using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests;

/// <summary>docs/performance.md gives one command for all of its tables. How fast anything is, is not tested: machines differ.</summary>
public sealed class BenchmarkTests
{
    private static readonly string Benchmarks = Path.Combine(AllPages.Root, "tests/Benchmarks", "bin", "Release", "net10.0", "Benchmarks.dll");

    [Fact]
    public async Task A_name_measures_and_prints_its_tables()
    {
        var printed = await RunAsync("sessions", "--rounds", "1");

        Assert.Contains("### A request with a session", printed, StringComparison.Ordinal);
        Assert.Matches(@"\| time, DoOAuth's session : AddCookie \| [0-9.]+ \|", printed);
        Assert.Contains("rounds measured: 1.", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_name_has_its_place_on_the_page()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(AllPages.Root, "docs", "performance.md"));
        var names = (await RunAsync()).Split('\n')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && !line.TrimStart().StartsWith("--", StringComparison.Ordinal) && !line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(' ')[0])
            .ToList();

        Assert.Contains("sign-in", names);
        Assert.All(names, name => Assert.Contains($"<!-- {name} -->\n", page, StringComparison.Ordinal));
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Benchmarks, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Concat(output));
        return output[0];
    }
}
