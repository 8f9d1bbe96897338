using System.Diagnostics;
using System.Globalization;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Benchmarks.TypedClients;

/// <summary>The app in Reader/, built with one client or with all of them.</summary>
/// <param name="folder">The folder for what is built.</param>
/// <param name="list">The file with the list that it reads.</param>
internal sealed class ReaderApp(string folder, string list)
{
    private static string Project => Path.Combine(TestBuild.RepositoryRoot, "tests", "Benchmarks", "TypedClients", "Reader", "Reader.csproj");

    /// <summary>Builds it for the runtime's compiler.</summary>
    /// <returns>The program.</returns>
    public async Task<string> BuildAsync(string client, string? kiota)
    {
        var output = Path.Combine(folder, client);
        await Dotnet.RunAsync(folder, ["build", Project, "-c", "Release", $"-p:Client={client}", $"-p:KiotaFolder={kiota}", .. Intermediate(client), "-o", output, "-p:RunAnalyzers=false", "-v", "q", "--nologo"]);
        return Path.Combine(output, "reader.dll");
    }

    /// <summary>Publishes it as native code.</summary>
    /// <returns>The program.</returns>
    public async Task<string> PublishAsync(string client)
    {
        var output = Path.Combine(folder, "native-" + client);
        await Dotnet.RunAsync(folder, ["publish", Project, "-c", "Release", $"-p:Client={client}", "-p:PublishAot=true", "--use-current-runtime", .. Intermediate("native-" + client), "-o", output, "-p:RunAnalyzers=false", "-v", "q", "--nologo"]);
        return Path.Combine(output, "reader");
    }

    /// <summary>Runs it, and returns what it prints.</summary>
    public async Task<string> RunAsync(string program, string what)
    {
        var start = program.EndsWith(".dll", StringComparison.Ordinal) ? new ProcessStartInfo("dotnet", [program, list, what]) : new ProcessStartInfo(program, [list, what]);
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}:\n{output}");
    }

    /// <summary>The time and the bytes of one list, for each client.</summary>
    public async Task<IReadOnlyDictionary<string, Measure>> MeasureAsync(string program) => (await RunAsync(program, "measure"))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('\t'))
        .ToDictionary(
            cells => cells[0],
            cells => new Measure(TimeSpan.FromMicroseconds(double.Parse(cells[1], CultureInfo.InvariantCulture)), double.Parse(cells[2], CultureInfo.InvariantCulture)),
            StringComparer.Ordinal);

    private string[] Intermediate(string name) => [$"-p:ReaderObjects={Path.Combine(folder, "obj", name)}/"];
}
