using System.Diagnostics;

namespace DoOAuth.Docs.Tests.Commands;

/// <summary>A program that serves, until it is disposed.</summary>
public sealed class RunningApp(Process process, Uri address) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Asks as a program does, following no redirect.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    public void Dispose()
    {
        _client.Dispose();
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
