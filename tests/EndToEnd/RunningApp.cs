using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>
/// An app from the packed template, started as its README says: <c>dotnet run</c>, which starts the packed sandbox tool too.
/// </summary>
public sealed class RunningApp : IAsyncLifetime, IAsyncDisposable
{
    private readonly string _name;
    private readonly string[] _options;
    private readonly TemplateHive _hive = new();
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _process;

    /// <summary>The app that nobody asked anything of.</summary>
    public RunningApp()
        : this("DropletDesk", [])
    {
    }

    private RunningApp(string name, string[] options)
    {
        _name = name;
        _options = options;
    }

    /// <summary>Starts an app that was made with options of the template.</summary>
    internal static Task<RunningApp> StartAsync(params string[] options) => StartNamedAsync("DropletDesk", options);

    /// <summary>Starts an app of another name.</summary>
    internal static async Task<RunningApp> StartNamedAsync(string name, params string[] options)
    {
        var app = new RunningApp(name, options);
        await app.InitializeAsync();
        return app;
    }

    /// <summary>Where the app answers.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>Where its files are.</summary>
    public string Folder => Path.Combine(_hive.Apps, _name);

    /// <summary>All that the app and the sandbox have printed so far.</summary>
    public string Log => string.Join('\n', _log);

    public async Task InitializeAsync()
    {
        await _hive.InitializeAsync();
        var folder = await _hive.NewAppAsync(_name, _options);
        Address = await AddressOfAsync(folder);

        _process = Dotnet.Start(folder, "run");
        _process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await AnswerAsync();
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        await _hive.DisposeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    internal static async Task<Uri> AddressOfAsync(string folder)
    {
        await using var settings = File.OpenRead(Path.Combine(folder, "Properties", "launchSettings.json"));
        using var document = await JsonDocument.ParseAsync(settings);
        var addresses = document.RootElement.GetProperty("profiles").GetProperty("DigitalOcean").GetProperty("applicationUrl").GetString()!;
        return new Uri(addresses.Split(';').Single(address => address.StartsWith("http:", StringComparison.Ordinal)));
    }

    private async Task AnswerAsync()
    {
        using var client = new HttpClient();
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                // An app without a page has nothing at /, and says so.
                using var answer = await client.GetAsync(Address);
                return;
            }
            catch (HttpRequestException) when (!_process!.HasExited && patience.Elapsed < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(200);
            }
            catch (HttpRequestException failure)
            {
                throw new InvalidOperationException($"The scaffolded app does not answer at {Address}. It printed:\n{Log}", failure);
            }
        }
    }
}
