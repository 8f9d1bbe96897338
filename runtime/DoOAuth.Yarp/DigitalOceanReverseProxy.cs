using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace DoOAuth;

/// <summary>Adds users' access to DigitalOcean's API to a reverse proxy.</summary>
public static class DigitalOceanReverseProxy
{
    /// <summary>
    /// Adds the token of the signed-in user to requests that are forwarded to DigitalOcean's API, and refreshes it as <see cref="DigitalOceanClient"/>
    /// does. A request that the API rejects because its token was replaced is sent again, unless its body is larger than 64 KB or of unknown length. The
    /// API gets no cookies. Other destinations get neither a token nor the session's cookies.
    /// </summary>
    /// <remarks>
    /// Guard the routes, as in <c>app.MapReverseProxy().RequireDropletRead()</c>. With several annotated classes, name the scheme of one in the metadata
    /// <c>DoOAuth.Scheme</c> of each cluster that leads to the API.
    /// </remarks>
    /// <param name="builder">The result of <c>AddReverseProxy</c>.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IReverseProxyBuilder AddDigitalOcean(this IReverseProxyBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        // Around the factory that the app has so far, such as one that finds services by name.
        var descriptor = builder.Services.LastOrDefault(service => service.ServiceType == typeof(IForwarderHttpClientFactory))
            ?? ServiceDescriptor.Singleton<IForwarderHttpClientFactory, ForwarderHttpClientFactory>();
        builder.Services.AddSingleton<IForwarderHttpClientFactory>(provider => new AuthorizedClientFactory(provider, Create(provider, descriptor)));
        return builder.AddTransforms(static context => context.AddResponseTransform(AnswerAsync));
    }

    private static IForwarderHttpClientFactory Create(IServiceProvider provider, ServiceDescriptor descriptor) => (IForwarderHttpClientFactory)(
        descriptor.ImplementationInstance
        ?? descriptor.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!));

    // YARP would answer 502 for an exception. The response is that of a guard instead.
    private static async ValueTask AnswerAsync(ResponseTransformContext context)
    {
        if (context.HttpContext.Features.Get<MissingAccess>() is { } missing)
        {
            context.SuppressResponseBody = true;
            context.HttpContext.Features.Set<MissingAccess>(null);
            await missing.Exception.WriteResponseAsync(context.HttpContext);
        }
    }
}
