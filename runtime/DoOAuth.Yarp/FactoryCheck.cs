using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace DoOAuth;

/// <summary>
/// Reports, when the app starts, that another factory of clients has replaced <see cref="AuthorizedClientFactory"/>: requests to the API would have
/// no token.
/// </summary>
internal sealed class FactoryCheck : IStartupFilter
{
    /// <summary>Whether the factory is in use, by itself or within another one.</summary>
    public bool IsInUse { get; set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        var factory = app.ApplicationServices.GetRequiredService<IForwarderHttpClientFactory>();
        if (!IsInUse)
        {
            throw new InvalidOperationException(
                $"{factory.GetType().Name} replaces the HTTP clients of AddDigitalOcean, so requests to DigitalOcean's API would have no token. "
                + "Call ConfigureHttpClient, or register your IForwarderHttpClientFactory, before AddDigitalOcean: "
                + "AddReverseProxy().ConfigureHttpClient(…).AddDigitalOcean().");
        }

        next(app);
    };
}
