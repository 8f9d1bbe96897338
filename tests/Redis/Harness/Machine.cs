using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Redis.Tests.Harness;

/// <summary>The app on one of several machines: all that it shares with the others is Redis.</summary>
internal sealed class Machine : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Machine(WebApplication app, CapturedLogs logs)
    {
        _app = app;
        Logs = logs;
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    public CapturedLogs Logs { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<Machine> StartAsync(
        ScriptedProvider provider,
        TimeProvider time,
        Action<DigitalOceanOAuthBuilder> share,
        Action<WebApplicationBuilder>? build = null,
        Action<WebApplication>? map = null,
        string environment = "Production")
    {
        var logs = new CapturedLogs();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ApplicationName = "Fleet",

            // Each machine has the app in a folder of its own.
            ContentRootPath = Directory.CreateTempSubdirectory("dooauth-machine-").FullName,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.AddInMemoryCollection(provider.Configuration);
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(time);
        build?.Invoke(builder);
        share(builder.AddDropletDeck());
        var app = builder.Build();
        app.MapDropletDeck();
        app.MapGet("/", () => "home");
        app.MapGet("/call", (DigitalOceanClient client, CancellationToken cancel) => client.GetStringAsync(new Uri("/v2/droplets", UriKind.Relative), cancel))
            .RequireDropletRead();
        map?.Invoke(app);
        await app.StartAsync();
        return new Machine(app, logs);
    }

    public Browser NewBrowser() => new(Address);

    /// <summary>An address of this machine; the browser's cookies go to all of them.</summary>
    public string At(string path) => new Uri(Address, path).AbsoluteUri;

    /// <summary>What it logs with one of these ids, and these words in it, once it does.</summary>
    public async Task<LogLine> ToldAsync(int[] ids, string words = "")
    {
        var began = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            if (Logs.Own.FirstOrDefault(line => ids.Contains(line.Id) && line.Message.Contains(words, StringComparison.Ordinal)) is { } line)
            {
                return line;
            }

            Assert.True(began.Elapsed < TimeSpan.FromSeconds(30), $"nothing logged as {string.Join('/', ids)} {words}; but: {string.Join('\n', Logs.Own.Select(own => own.Message))}");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using (var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(500)))
        {
            await _app.StopAsync(atOnce.Token);
        }

        var folder = _app.Environment.ContentRootPath;
        await _app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
