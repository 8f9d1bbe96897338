using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Samples.Tests;

/// <summary>A sample, started by the command of its README with the sandbox, which approves by itself.</summary>
internal sealed partial class Sample : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Sample(string name, string[] options)
    {
        _process = Dotnet.Start(Repository.Root, [.. Arguments(name), .. options]);
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("It has ended."));
        _process.EnableRaisingEvents = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All that the sample and the sandbox have printed so far.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>The folder of every sample with a project. The one without needs the package, and is run by tests/Docs.</summary>
    public static IEnumerable<string> Names => Directory.GetDirectories(Path.Combine(Repository.Root, "samples"))
        .Select(folder => Path.GetFileName(folder)).Where(name => File.Exists(Path.Combine(Repository.Root, "samples", name, $"{name}.csproj")));

    /// <summary>Starts a sample.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Command line options of the sample, in addition to those of its command.</param>
    public static async Task<Sample> StartAsync(string name, params string[] options)
    {
        var sample = new Sample(name, options);
        try
        {
            await sample._address.Task.WaitAsync(TimeSpan.FromMinutes(2));
            return sample;
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            await sample.DisposeAsync();
            throw new InvalidOperationException($"The sample {name} does not listen. It printed:\n{sample.Log}", failure);
        }
    }

    /// <summary>A browser: it keeps cookies and follows redirects, to the sandbox and back.</summary>
    public HttpClient NewBrowser(CookieContainer? cookies = null) =>
        new(new SocketsHttpHandler { CookieContainer = cookies ?? new CookieContainer() }) { BaseAddress = Address };

    /// <summary>Where the sample listens.</summary>
    public Uri Address => _address.Task.Result;

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // The command of the README. The additions keep it from building again, from waiting for a click on the consent page, and from ports that
    // another program may use.
    private static string[] Arguments(string name)
    {
        var command = Command().Match(File.ReadAllText(Path.Combine(Repository.Root, "samples", name, "README.md")).ReplaceLineEndings("\n"));
        Assert.True(command.Success, $"samples/{name}/README.md has no command that starts the sample with the sandbox.");
        var run = $"run --no-build -c {Repository.Metadata("BuildConfiguration")}";
        return
        [
            .. $"{run} {command.Groups["tool"].Value} -- --auto-approve --port 0 {command.Groups["options"].Value}".Split(' ', StringSplitOptions.RemoveEmptyEntries),
            .. $"-- dotnet {run} {command.Groups["sample"].Value} --no-launch-profile -- --urls=http://127.0.0.1:0".Split(' '),
        ];
    }

    private void Append(string? line)
    {
        _log.Enqueue(line ?? "");
        if (Listening().Match(line ?? "") is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"^dotnet run (?<tool>--project sandbox/\S+) --(?<options>.*) -- dotnet run (?<sample>--project samples/\S+)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"Now listening on: (?<address>\S+)")]
    private static partial Regex Listening();
}
