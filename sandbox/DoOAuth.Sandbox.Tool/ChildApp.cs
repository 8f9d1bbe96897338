using System.ComponentModel;
using System.Diagnostics;

namespace DoOAuth.Sandbox.Tool;

/// <summary>The app after <c>--</c>, started as a process that is configured to use the sandbox.</summary>
internal static class ChildApp
{
    // The exit code of shells for a command that is not found.
    private const int NotFound = 127;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Runs the app until it exits or a signal arrives. Returns the exit code of the app or of the signal.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">The environment variables that make it use the sandbox. One without a value is removed.</param>
    /// <param name="signalled">Completes with an exit code when a signal stops the sandbox.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> command, IEnumerable<KeyValuePair<string, string?>> environment, Task<int> signalled)
    {
        using var process = new Process { StartInfo = Describe(command, environment) };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            await Console.Error.WriteLineAsync($"'{command[0]}' cannot be started: {exception.Message}. Check the command after --, for example: do-oauth-sandbox -- dotnet run");
            return NotFound;
        }

        var exited = process.WaitForExitAsync(CancellationToken.None);
        if (await Task.WhenAny(exited, signalled) == exited)
        {
            return process.ExitCode;
        }

        await ProcessTree.Below(process).EndAsync(Grace);
        return await signalled;
    }

    private static ProcessStartInfo Describe(IReadOnlyList<string> command, IEnumerable<KeyValuePair<string, string?>> environment)
    {
        var start = new ProcessStartInfo(command[0]) { UseShellExecute = false };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
