using System.Net;
using DoOAuth.Sandbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace DoOAuthApp_Namespace.Tests;

/// <summary>This app on a real port, signed in to by way of a sandbox that stands in for DigitalOcean.</summary>
public sealed class SandboxedApp : IAsyncLifetime
{
    private DigitalOceanSandbox? _sandbox;
    private WebApplicationFactory<Program>? _app;

    public async Task InitializeAsync()
    {
        // Nobody looks at the consent page here, so it approves by itself.
        _sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
        _app = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in _sandbox.Configuration)
            {
                host.UseSetting(key, value);
            }
#if (UsesRedis)

            // One app is one machine, which needs no Redis.
            host.UseSetting("ConnectionStrings:Redis", "");
#endif
        });
        _app.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app.StartServer();
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    /// <summary>The user takes the app off their list at DigitalOcean: what it was given is dead at once.</summary>
    public Task WithdrawAccessAsync() => _sandbox!.WithdrawAccessAsync();

    /// <summary>A browser of its own: it keeps cookies and follows redirects, to the sandbox and back.</summary>
    public HttpClient NewBrowser() => new() { BaseAddress = _app!.ClientOptions.BaseAddress };
}
