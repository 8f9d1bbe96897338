using DoOAuth.Sandbox;
using DoOAuth.Testing;
#if (UsesRedis)
using Microsoft.AspNetCore.Hosting;
#endif
using Microsoft.AspNetCore.Mvc.Testing;

namespace DoOAuthApp_Namespace.Tests;

/// <summary>Runs this app in memory, with a sandbox instead of DigitalOcean.</summary>
public sealed class SandboxedApp : IAsyncLifetime
{
    private readonly WebApplicationFactory<Program> _factory = new();
    private DigitalOceanSandbox? _sandbox;
    private WebApplicationFactory<Program>? _app;

    public async ValueTask InitializeAsync()
    {
        // There is no user who can approve on the consent page.
        _sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
#if (UsesRedis)

        // A single instance needs no Redis.
        _app = _factory.WithSandbox(_sandbox).WithWebHostBuilder(host => host.UseSetting("ConnectionStrings:Redis", ""));
#else
        _app = _factory.WithSandbox(_sandbox);
#endif
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        await _factory.DisposeAsync();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    /// <summary>Revokes the app's access, as a user does at DigitalOcean. All tokens become invalid immediately.</summary>
    public Task WithdrawAccessAsync() => _sandbox!.WithdrawAccessAsync();

    /// <summary>Creates a browser with its own cookies. It follows redirects to the sandbox and back.</summary>
    public HttpClient NewBrowser() => _app!.CreateClient();

    /// <summary>Creates a browser that is signed in, with the scopes that the user granted. Without a scope, these are those that every sign-in requests.</summary>
    public Task<HttpClient> SignInAsync(params string[] scopes) => _app!.CreateSignedInClientAsync(scopes);
}
