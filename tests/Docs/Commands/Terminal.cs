using System.Diagnostics;

namespace DoOAuth.Docs.Tests.Commands;

/// <summary>Runs commands as the pages have them, in a folder of the workshop.</summary>
public sealed class Terminal(Workshop workshop, string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Where it stands: <c>cd</c> moves it.</summary>
    public string Folder { get; private set; } = folder;

    /// <summary>Runs the commands one after the other.</summary>
    public async Task RunAllAsync(IEnumerable<string> commands)
    {
        foreach (var command in commands)
        {
            await RunAsync(command);
        }
    }

    /// <summary>Runs a command to its end; returns what it printed, and throws with that where it failed.</summary>
    public async Task<string> RunAsync(string command)
    {
        if (command.StartsWith("cd ", StringComparison.Ordinal))
        {
            Folder = Path.Combine(Folder, command["cd ".Length..]);
            return Directory.Exists(Folder) ? "" : throw new DirectoryNotFoundException($"`{command}`: there is no {Folder}.");
        }

        using var process = Start(command);
        using var patience = new CancellationTokenSource(Patience);
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
            var printed = string.Concat(await output);
            return process.ExitCode == 0
                ? printed
                : throw new InvalidOperationException($"`{command}` in {Folder} ended with {process.ExitCode}:\n{printed}");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Starts a command that serves until it is ended, and waits until it says where.</summary>
    public Task<RunningApp> ServeAsync(string command) => RunningApp.AwaitAsync(Start(command), "Now listening on: ");

    private Process Start(string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", Redirected(command)])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the test host and MSBuild tell their children is not meant for a reader's project.
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        // The compiler of the whole run, where there is one (eng/test.cs); else none that would outlive this command.
        start.Environment["UseSharedCompilation"] = Environment.GetEnvironmentVariable("SharedCompilationId") is null ? "false" : "true";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["NUGET_PACKAGES"] = workshop.RestoredPackages;
        start.Environment["APPDATA"] = workshop.Secrets;
        start.Environment["PATH"] = workshop.Tools + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    // The same commands, without a trace in the home of the person who runs the tests.
    private string Redirected(string command)
    {
        if (command.StartsWith("dotnet new ", StringComparison.Ordinal))
        {
            return $"{command} --debug:custom-hive '{workshop.Hive}'";
        }

        if (command.StartsWith("dotnet nuget ", StringComparison.Ordinal))
        {
            return $"{command} --configfile '{workshop.Sources}'";
        }

        return command.StartsWith("dotnet tool install ", StringComparison.Ordinal)
            ? command.Replace(" --global ", $" --tool-path '{workshop.Tools}' ", StringComparison.Ordinal)
            : command;
    }

    private static bool IsOfTheTestRun(string name) => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("DigitalOcean__", StringComparison.OrdinalIgnoreCase);
}
