using System.Diagnostics;

namespace DoOAuth.Benchmarks.Measuring;

/// <summary>
/// A process as warm as a compiler that has run for an hour. The compiler in the package is not compiled ahead, as that of the SDK is:
/// compiled in tiers, its warming up would be measured for minutes. The garbage collector is the one with which the SDK starts its compiler.
/// </summary>
internal static class CompilerProcess
{
    private const string Tiers = "DOTNET_TieredCompilation";
    private const string ServerCollector = "DOTNET_gcServer";

    /// <summary>Whether this is such a process.</summary>
    public static bool IsThis => Environment.GetEnvironmentVariable(Tiers) == "0";

    /// <summary>Runs this program again as such a process, and tells its exit code.</summary>
    public static async Task<int> RunAgainAsync(string[] args)
    {
        var program = Environment.ProcessPath!;
        string[] own = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
        var start = new ProcessStartInfo(program, [.. own, .. args]) { Environment = { [Tiers] = "0", [ServerCollector] = "1" } };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
