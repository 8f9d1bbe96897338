using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DoOAuth.Sandbox.Tests;

/// <summary><c>do-oauth-sandbox</c> as a process, with what it writes.</summary>
internal sealed partial class ToolProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly BlockingCollection<string> _output = [];
    private readonly Task<string> _errors;
    private readonly Task _reading;

    private ToolProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _reading = Task.Run(async () =>
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                _output.Add(line);
            }

            _output.CompleteAdding();
        });
    }

    public static ToolProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "do-oauth-sandbox.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        // Closed at once: nobody may wait for input.
        process.StandardInput.Close();
        return new ToolProcess(process);
    }

    /// <summary>The next line that begins so, without its beginning.</summary>
    public string ReadAfter(string beginning)
    {
        var seen = new List<string>();
        while (_output.TryTake(out var line, Patience))
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line[beginning.Length..];
            }

            seen.Add(line);
        }

        throw new InvalidOperationException($"No line begins with '{beginning}'. There were: {string.Join('\n', seen)}\n{(_process.HasExited ? _errors.Result : "")}");
    }

    public void Signal(PosixSignal signal) => Assert.Equal(0, Kill(_process.Id, signal == PosixSignal.SIGINT ? 2 : signal == PosixSignal.SIGHUP ? 1 : 15));

    public async Task<(int Code, string Errors)> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        await _reading.WaitAsync(patience.Token);
        return (_process.ExitCode, await _errors.WaitAsync(patience.Token));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _output.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int id, int signal);
}
