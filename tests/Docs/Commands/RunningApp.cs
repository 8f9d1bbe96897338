using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DoOAuth.Docs.Tests.Commands;

/// <summary>A command that serves, until it is disposed.</summary>
public sealed class RunningApp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly Process _process;
    private readonly HttpClient _client;

    private RunningApp(Process process, Uri address)
    {
        _process = process;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Waits until a started command has said where it serves.</summary>
    /// <param name="process">The command, whose output nobody reads yet.</param>
    /// <param name="words">What it prints before the address.</param>
    public static async Task<RunningApp> AwaitAsync(Process process, string words)
    {
        var printed = new StringBuilder();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Read(object sender, DataReceivedEventArgs line)
        {
            lock (printed)
            {
                printed.AppendLine(line.Data);
            }

            if (line.Data?.IndexOf(words, StringComparison.Ordinal) is { } at and >= 0)
            {
                address.TrySetResult(new Uri(line.Data[(at + words.Length)..].Trim()));
            }
        }

        process.OutputDataReceived += Read;
        process.ErrorDataReceived += Read;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Task.WhenAny(address.Task, process.WaitForExitAsync(), Task.Delay(Patience));
        if (address.Task.IsCompletedSuccessfully)
        {
            return new RunningApp(process, await address.Task);
        }

        process.Kill(entireProcessTree: true);
        lock (printed)
        {
            throw new InvalidOperationException($"{string.Join(' ', process.StartInfo.ArgumentList)} in {process.StartInfo.WorkingDirectory} did not serve:\n{printed}");
        }
    }

    /// <summary>Where it serves.</summary>
    public Uri Address => _client.BaseAddress!;

    /// <summary>Asks as a program does, following no redirect.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Ends the command as a service manager does, and waits until it has ended.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Waits until nothing answers any more.</summary>
    public async Task FallsSilentAsync()
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(20))
        {
            try
            {
                using var answer = await GetAsync("/");
            }
            catch (HttpRequestException)
            {
                return;
            }

            await Task.Delay(200);
        }

        throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"{_client.BaseAddress} still answers {patience.Elapsed.TotalSeconds:0} seconds after its command has ended."));
    }

    public void Dispose()
    {
        _client.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
