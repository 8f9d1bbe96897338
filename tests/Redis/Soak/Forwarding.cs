using Yarp.ReverseProxy.Forwarder;

namespace DoOAuth.Redis.Tests.Soak;

/// <summary>What the proxies of the soak have in common: they keep the address that the caller used, and neither cookies nor redirects.</summary>
internal sealed class Forwarding : HttpTransformer
{
    public static Forwarding Instance { get; } = new();

    public static HttpMessageInvoker NewClient() => new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null });

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        proxyRequest.Headers.Host = httpContext.Request.Host.Value;
    }
}
