using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace DoOAuth.Benchmarks.Hosting;

/// <summary>
/// Hands requests to the app as Kestrel does, without sockets: a load tool on the same processors costs more than what is measured here.
/// As with Kestrel, everything that can be used again for a connection's next request is.
/// </summary>
internal sealed class InProcessServer : IServer
{
    private Func<Connection>? _connect;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Opens a connection, which carries one request at a time.</summary>
    /// <exception cref="InvalidOperationException">The app has not been started.</exception>
    public Connection Connect() => (_connect ?? throw new InvalidOperationException("Start the app first."))();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _connect = () => new Connection<TContext>(application);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }
}
