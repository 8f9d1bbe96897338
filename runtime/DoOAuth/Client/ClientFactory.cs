using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Creates the application's clients. Each has the access of one user.</summary>
internal sealed class ClientFactory(
    DigitalOceanApplication application,
    SessionRefresh refresh,
    IOptionsMonitor<DigitalOceanOptions> options,
    IHttpMessageHandlerFactory handlers,
    IOptionsMonitor<HttpClientFactoryOptions> settings,
    Func<DigitalOceanClientHandler, DigitalOceanClient> create)
{
    /// <summary>What the names of all pools begin with.</summary>
    public const string Pools = "DoOAuth.Api.";

    /// <summary>The name for the pool and the logs of the handlers.</summary>
    public static string PoolOf(DigitalOceanApplication application) => Pools + application.Scheme;

    /// <summary>Leaves out, or limits, what the app has configured so far, which is for all of its clients.</summary>
    public static void LimitDefaults(HttpClientFactoryOptions options)
    {
        options.HttpMessageHandlerBuilderActions.Add(UnsafeMethods.AreNotRepeated);

        // They can set another API's address or key, or no timeout, which requests that are not repeated need.
        options.HttpClientActions.Clear();
    }

    /// <summary>The address of the API.</summary>
    public Uri Address => new(options.Get(application.Scheme).ApiAddress + "/");

    /// <summary>Creates a handler around another one, for the user of each request.</summary>
    public DelegatingHandler CreateHandler(HttpMessageHandler inner, IHttpContextAccessor context) => new RequestHandler(
        inner,
        () => new RequestUserAccess(application, refresh, context),
        (access, pooled) => new DigitalOceanClientHandler(Address, access, refresh, pooled));

    public DigitalOceanClient Create(IUserAccess access)
    {
        var (address, pool) = (Address, PoolOf(application));
#pragma warning disable CA2000 // It contains only the pooled handler, which the framework's factory disposes.
        var client = create(new DigitalOceanClientHandler(address, access, refresh, handlers.CreateHandler(pool)));
#pragma warning restore CA2000
        foreach (var configure in settings.Get(pool).HttpClientActions)
        {
            configure(client);
        }

        return client;
    }
}
