using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Tells requests that another site made the browser send. The session's cookie is <c>SameSite=Lax</c> already;
/// this holds also against sibling domains and against a cookie that the app made laxer.
/// </summary>
internal sealed class CrossSitePolicy(IOptionsMonitor<DigitalOceanOptions> options)
{
    /// <summary>Whether the request has an unsafe method and comes from another origin.</summary>
    public bool IsForeign(HttpContext context, DigitalOceanApplication application)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method))
        {
            return false;
        }

        var origins = request.Headers.Origin;
        if (origins.Count > 0)
        {
            return origins.Count > 1 || origins[0] is not { } origin
                || !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsOwn(uri, request) && !SaysCrossSite(request) || IsTrusted(origin, application));
        }

        return SaysCrossSite(request);
    }

    private static bool SaysCrossSite(HttpRequest request) =>
        string.Equals(request.Headers["Sec-Fetch-Site"], "cross-site", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the address leads to the host that the request was sent to.</summary>
    /// <remarks>The scheme is left out of the comparison: behind a proxy that ends TLS, the app sees http where the browser sees https.</remarks>
    public static bool IsOwn(Uri uri, HttpRequest request)
    {
        if (uri.Scheme is not ("http" or "https"))
        {
            return false;
        }

        var host = request.Host;
        return string.Equals(uri.IdnHost, host.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
            && (host.Port is { } port ? port == uri.Port : uri.IsDefaultPort);
    }

    private bool IsTrusted(string origin, DigitalOceanApplication application) =>
        options.Get(application.Scheme).TrustedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
