using System.Collections.Concurrent;
using System.Diagnostics;
using DoOAuth.Sandbox;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.EndToEnd.Tests.Watching;

/// <summary>An app from the packed template under <c>dotnet watch</c>, beside a sandbox whose consent page approves by itself.</summary>
internal sealed class WatchedApp : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string _folder;
    private readonly DigitalOceanSandbox _sandbox;
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();

    private WatchedApp(string folder, Uri address, DigitalOceanSandbox sandbox)
    {
        _folder = folder;
        _sandbox = sandbox;
        Address = address;
        _process = Dotnet.Start(
            folder,
            ["watch", "--non-interactive", "--no-launch-profile", "run", "--", "--urls", address.AbsoluteUri, "--environment", "Development",
                .. sandbox.Configuration.SelectMany(setting => new[] { "--" + setting.Key, setting.Value! })]);
        _process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where the app answers, whenever it runs.</summary>
    public Uri Address { get; }

    /// <summary>Scaffolds an app without pages and starts to watch it.</summary>
    public static async Task<WatchedApp> StartAsync(TemplateHive hive, string name, params string[] options)
    {
        var folder = await hive.NewAppAsync(name, ["--ui", "none", .. options]);
        var sandbox = await DigitalOceanSandbox.StartAsync(sandbox => sandbox.AutoApprove = true);
        var app = new WatchedApp(folder, await RunningApp.AddressOfAsync(folder), sandbox);
        try
        {
            await app.UntilAsync("the app answers", async browser => (await browser.LoadAsync("/login")).IsRedirect);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>A browser that has been nowhere yet.</summary>
    public DoOAuth.Tests.Harness.Browser NewBrowser() => new(Address);

    /// <summary>Replaces text in a source file, as a developer does while the app runs.</summary>
    public async Task EditAsync(string file, string before, string after)
    {
        var path = Path.Combine(_folder, file);
        var source = await File.ReadAllTextAsync(path);
        Assert.Contains(before, source, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, source.Replace(before, after, StringComparison.Ordinal));
    }

    /// <summary>Asks the app, with a new browser each time, until it answers as it should.</summary>
    /// <exception cref="InvalidOperationException"><c>dotnet watch</c> has ended, or does not get there.</exception>
    public async Task UntilAsync(string what, Func<DoOAuth.Tests.Harness.Browser, Task<bool>> isSo)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            var hasExited = _process.HasExited;
            try
            {
                using var browser = NewBrowser();
                if (!hasExited && await isSo(browser))
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It is being restarted.
            }

            if (hasExited || waited.Elapsed > Patience)
            {
                throw new InvalidOperationException($"dotnet watch {(hasExited ? "has ended" : "goes on")}, and this is not so: {what}. It printed:\n{string.Join('\n', _log)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(300));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        await _sandbox.DisposeAsync();
    }
}
