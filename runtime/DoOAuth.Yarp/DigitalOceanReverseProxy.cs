using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace DoOAuth;

/// <summary>Adds users' access to DigitalOcean's API to a reverse proxy.</summary>
public static class DigitalOceanReverseProxy
{
    /// <summary>
    /// Adds the token of the signed-in user to requests that are forwarded to DigitalOcean's API, and refreshes it as <see cref="DigitalOceanClient"/>
    /// does. A request that the API rejects because its token was replaced is sent again, unless its body is larger than 64 KB or of unknown length. The
    /// API gets neither cookies nor the caller's own <c>Authorization</c>. Other destinations get neither a token nor the session's cookies.
    /// </summary>
    /// <remarks>
    /// Guard the routes, as in <c>app.MapReverseProxy().RequireDropletRead()</c>. With several annotated classes, the guard determines whose token is
    /// sent. The metadata <c>DoOAuth.Scheme</c> of a cluster, with the scheme of a class, determines it for all requests to that cluster.
    /// Call YARP's <c>ConfigureHttpClient</c> before this method. After it, the app does not start.
    /// </remarks>
    /// <param name="builder">The result of <c>AddReverseProxy</c>.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IReverseProxyBuilder AddDigitalOcean(this IReverseProxyBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        // Around the factory that the app has so far, such as one that finds services by name.
        var descriptor = builder.Services.LastOrDefault(service => service.ServiceType == typeof(IForwarderHttpClientFactory))
            ?? ServiceDescriptor.Singleton<IForwarderHttpClientFactory, ForwarderHttpClientFactory>();
        builder.Services.AddSingleton<IForwarderHttpClientFactory>(provider =>
        {
            provider.GetRequiredService<FactoryCheck>().IsInUse = true;
            return new AuthorizedClientFactory(provider, Create(provider, descriptor));
        });
        builder.Services.TryAddSingleton<FactoryCheck>();
        builder.Services.AddSingleton<IStartupFilter>(static provider => provider.GetRequiredService<FactoryCheck>());
        builder.Services.TryAddSingleton<ForwardedHeaders>();
        return builder.AddTransforms(static context => context.AddRequestTransform(RestrictAsync).AddResponseTransform(AnswerAsync));
    }

    private static IForwarderHttpClientFactory Create(IServiceProvider provider, ServiceDescriptor descriptor) => (IForwarderHttpClientFactory)(
        descriptor.ImplementationInstance
        ?? descriptor.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!));

    // Here too, so that it does not depend on the clients that send the requests.
    private static ValueTask RestrictAsync(RequestTransformContext context)
    {
        var address = context.ProxyRequest.RequestUri ?? (Uri.TryCreate(context.DestinationPrefix, UriKind.Absolute, out var prefix) ? prefix : null);
        context.HttpContext.RequestServices.GetRequiredService<ForwardedHeaders>().Restrict(context.ProxyRequest, address);
        return ValueTask.CompletedTask;
    }

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
