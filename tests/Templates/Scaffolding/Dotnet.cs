using System.Diagnostics;
using System.Text;

namespace DoOAuth.Templates.Tests.Scaffolding;

/// <summary>The command <c>dotnet</c>, as a person would type it in a folder.</summary>
internal static class Dotnet
{
    /// <summary>
    /// Whether commands leave MSBuild and the compiler running for the next, as they do for a person. Tests do without: what is left would
    /// hold on to their files.
    /// </summary>
    public static bool KeepsBuildServers { get; set; }

    /// <summary>Runs to the end; returns all that was printed, and throws with it where the command failed.</summary>
    public static Task<string> RunAsync(string folder, params string[] arguments) => RunInAsync("en", folder, arguments);

    /// <summary>The same, with what is printed in a language.</summary>
    public static async Task<string> RunInAsync(string language, string folder, params string[] arguments)
    {
        using var process = Start(language, folder, arguments);
        var text = new StringBuilder();
        DataReceivedEventHandler append = (_, line) =>
        {
            lock (text)
            {
                text.AppendLine(line.Data);
            }
        };
        process.OutputDataReceived += append;
        process.ErrorDataReceived += append;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? text.ToString()
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} in {folder} ended with {process.ExitCode}:\n{text}");
    }

    /// <summary>Starts a command whose output the caller reads, with nothing on its standard input.</summary>
    public static Process Start(string folder, params string[] arguments) => Start("en", folder, arguments);

    private static Process Start(string language, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the test host and MSBuild say to their children is not meant for a scaffolded app.
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = KeepsBuildServers ? "0" : "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = language;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static bool IsOfTheTestRun(string name) => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name is "NUGET_PACKAGES"; // it would win over the NuGet.config of the hive
}
