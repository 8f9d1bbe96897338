using System.Net.Http.Headers;
using DoOAuth.Sandbox;

namespace DoOAuth.Api.Tests.Operations;

/// <summary>The sandbox, with a token for everything.</summary>
public sealed class CalledSandbox : IAsyncLifetime
{
    private DigitalOceanSandbox _sandbox = null!;
    private string _token = "";

    internal HttpClient Client(HttpMessageHandler handler) => new(handler, disposeHandler: false)
    {
        BaseAddress = _sandbox.Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", _token) },
    };

    async Task IAsyncLifetime.InitializeAsync()
    {
        _sandbox = await DigitalOceanSandbox.StartAsync();
        _token = await _sandbox.CreateTokenAsync();
    }

    async Task IAsyncLifetime.DisposeAsync() => await _sandbox.DisposeAsync();
}
