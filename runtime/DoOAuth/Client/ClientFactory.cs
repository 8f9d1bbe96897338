using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Creates the application's clients. Each has the access of one user.</summary>
internal sealed class ClientFactory(
    DigitalOceanApplication application,
    SessionRefresh refresh,
    IOptionsMonitor<DigitalOceanOptions> options,
    IHttpMessageHandlerFactory handlers,
    Func<DigitalOceanClientHandler, DigitalOceanClient> create)
{
    /// <summary>What the names of all pools begin with.</summary>
    public const string Pools = "DoOAuth.Api.";

    /// <summary>The name for the pool and the logs of the handlers.</summary>
    public static string PoolOf(DigitalOceanApplication application) => Pools + application.Scheme;

    public DigitalOceanClient Create(IUserAccess access)
    {
        var address = new Uri(options.Get(application.Scheme).ApiAddress + "/");
#pragma warning disable CA2000 // It contains only the pooled handler, which the framework's factory disposes.
        return create(new DigitalOceanClientHandler(address, access, refresh, handlers.CreateHandler(PoolOf(application))));
#pragma warning restore CA2000
    }
}
