using System.ComponentModel;
using System.Diagnostics;

namespace DoOAuth.Sandbox.Tool;

/// <summary>The app that was given after <c>--</c>, as a process pointed at the sandbox.</summary>
internal static class ChildApp
{
    // What shells report for a command that they do not find.
    private const int NotFound = 127;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Runs it to its end, or to the first signal; the result is its exit code, or the signal's.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="sandbox">The sandbox that the app uses.</param>
    /// <param name="sections">The configuration sections that it reads.</param>
    /// <param name="signalled">Ends with an exit code when the sandbox is told to end.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> command, DigitalOceanSandbox sandbox, IReadOnlyList<string> sections, Task<int> signalled)
    {
        using var process = new Process { StartInfo = Describe(command, sandbox, sections) };
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

    private static ProcessStartInfo Describe(IReadOnlyList<string> command, DigitalOceanSandbox sandbox, IReadOnlyList<string> sections)
    {
        var start = new ProcessStartInfo(command[0]) { UseShellExecute = false };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in sections.SelectMany(sandbox.ConfigurationFor))
        {
            // Removes variables without a value, because a public client must not get a secret from the environment.
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }
}
