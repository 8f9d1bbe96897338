using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Tests.Harness;

/// <summary>An app under test: generated code on real Kestrel, with a clock that the test moves and a log that it reads.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestApp(WebApplication app, CapturedLogs logs, FakeTimeProvider time)
    {
        _app = app;
        Logs = logs;
        Time = time;
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    public CapturedLogs Logs { get; }

    public FakeTimeProvider Time { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts an app with <see cref="DropletDeck"/>.</summary>
    public static Task<TestApp> StartAsync(
        ScriptedProvider provider, Action<WebApplication>? map = null, Action<DigitalOceanOptions>? options = null, Action<WebApplicationBuilder>? build = null,
        Action<DigitalOceanOAuthBuilder>? add = null) =>
        StartAsync(
            provider.Configuration,
            builder =>
            {
                var added = builder.AddDropletDeck();
                add?.Invoke(added);
                if (options is not null)
                {
                    builder.Services.Configure(DropletDeck.Scheme, options);
                }

                build?.Invoke(builder);
            },
            app =>
            {
                app.MapDropletDeck();
                app.MapGet("/", () => "home");
                map?.Invoke(app);
            });

    /// <summary>Starts an app from nothing.</summary>
    public static async Task<TestApp> StartAsync(
        IEnumerable<KeyValuePair<string, string?>> configuration, Action<WebApplicationBuilder> build, Action<WebApplication> map)
    {
        var logs = new CapturedLogs();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Production",
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.AddInMemoryCollection(configuration);
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);

        // As apps have it: the framework would evaluate every guard itself, so as to log that it succeeded.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authorization", LogLevel.Information);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time);

        // Keys in memory: neither the disk nor another app has a part in it.
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        build(builder);
        var app = builder.Build();
        try
        {
            map(app);
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new TestApp(app, logs, time);
    }

    public Browser NewBrowser() => new(Address);

    /// <summary>A browser that has signed in.</summary>
    public async Task<Browser> SignedInAsync(string login = "/login")
    {
        var browser = NewBrowser();
        var answer = await browser.SignInAsync(login);
        Assert.True(answer.IsRedirect, $"the sign-in failed: {answer.Status} {answer.Body}");
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }
}
