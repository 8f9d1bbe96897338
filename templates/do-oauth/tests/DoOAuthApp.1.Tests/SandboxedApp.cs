using System.Net;
using DoOAuth.Sandbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace DoOAuthApp_Namespace.Tests;

/// <summary>Runs this app on a real port, with a sandbox instead of DigitalOcean.</summary>
public sealed class SandboxedApp : IAsyncLifetime
{
    private DigitalOceanSandbox? _sandbox;
    private WebApplicationFactory<Program>? _app;

    public async Task InitializeAsync()
    {
        // There is no user who can approve on the consent page.
        _sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
        _app = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in _sandbox.Configuration)
            {
                host.UseSetting(key, value);
            }
#if (UsesRedis)

            // A single instance needs no Redis.
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

    /// <summary>Revokes the app's access, as a user does at DigitalOcean. All tokens become invalid immediately.</summary>
    public Task WithdrawAccessAsync() => _sandbox!.WithdrawAccessAsync();

    /// <summary>Creates a browser with its own cookies. It follows redirects to the sandbox and back.</summary>
    public HttpClient NewBrowser() => new() { BaseAddress = _app!.ClientOptions.BaseAddress };
}
