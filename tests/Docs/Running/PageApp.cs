using System.Diagnostics;
using System.Net;
using System.Runtime.Loader;
using DoOAuth.Docs.Tests.Compiling;
using DoOAuth.Docs.Tests.Pages;
using DoOAuth.Sandbox;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Docs.Tests.Running;

/// <summary>
/// A block of a page, compiled and run as it stands, with a sandbox and a browser's cookies. Its clock is the test's; all else is as the block has it.
/// </summary>
internal sealed class PageApp : IAsyncDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<PageApp?> Running = new();

    private readonly DigitalOceanSandbox _sandbox;
    private readonly TaskCompletionSource<IHost> _host = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IDisposable _listening;
    private readonly Task _program;

    private PageApp(PageBlock block, DigitalOceanSandbox sandbox, FakeTimeProvider time)
    {
        (_sandbox, Time) = (sandbox, time);
        var assembly = new AssemblyLoadContext(block.ToString()).LoadFromStream(new MemoryStream(PageCompilation.Emit(block)));
        string[] arguments = ["--urls=http://127.0.0.1:0", .. sandbox.Configuration.Select(setting => $"--{setting.Key}={setting.Value}")];
        Running.Value = this;
        _listening = DiagnosticListener.AllListeners.Subscribe(this);
        _program = Task.Run(() => assembly.EntryPoint!.Invoke(null, [arguments]));
        Running.Value = null;
    }

    public FakeTimeProvider Time { get; }

    /// <summary>Where the app answers.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    public CookieContainer Cookies { get; } = new();

    /// <summary>Starts the block, and signs a user in.</summary>
    /// <param name="block">The block: a whole program.</param>
    /// <param name="life">How long a token lives.</param>
    public static async Task<PageApp> SignedInAsync(PageBlock block, TimeSpan life)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var sandbox = await DigitalOceanSandbox.StartAsync(options => (options.AutoApprove, options.AccessTokenLifetime, options.TimeProvider) = (true, life, time));
        var app = new PageApp(block, sandbox, time);
        await Task.WhenAny(app._host.Task, app._program).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(app._host.Task.IsCompleted, $"{block} ended before it built a host: {app._program.Exception}");
        var host = await app._host.Task;
        var started = new TaskCompletionSource();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(TimeSpan.FromMinutes(1));
        app.Address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var browser = app.NewClient();
        using var user = await browser.GetAsync(new Uri("/login?returnUrl=/me", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, user.StatusCode);
        return app;
    }

    /// <summary>A client with the browser's cookies.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { CookieContainer = Cookies }) { BaseAddress = Address };

    /// <summary>Signs out, as another tab of the browser does.</summary>
    public async Task SignOutAsync()
    {
        using var tab = NewClient();
        using var answer = await tab.PostAsync(new Uri("/logout", UriKind.Relative), content: null);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        using (var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(500)))
        {
            await (await _host.Task).StopAsync(atOnce.Token);
        }

        await _program;
        _listening.Dispose();
        await _sandbox.DisposeAsync();
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        // Other tests build hosts at the same time.
        if (value.Name == "Microsoft.Extensions.Hosting" && Running.Value == this)
        {
            value.Subscribe(this);
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        switch (value)
        {
            case { Key: "HostBuilding", Value: IHostBuilder builder }:
                // A real app would write its keys to the home folder of the person who runs the tests.
                builder.ConfigureServices(services => services
                    .AddSingleton<TimeProvider>(Time)
                    .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
                    .AddLogging(logging => logging.ClearProviders()));
                break;
            case { Key: "HostBuilt", Value: IHost host }:
                _host.TrySetResult(host);
                break;
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
