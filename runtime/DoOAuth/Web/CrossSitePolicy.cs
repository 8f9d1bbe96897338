using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace DoOAuth;

/// <summary>
/// Tells requests that another site made the browser send. The session's cookie is <c>SameSite=Lax</c> already;
/// this holds also against sibling domains and against a cookie that the app made laxer.
/// </summary>
internal sealed class CrossSitePolicy(IOptionsMonitor<DigitalOceanOptions> options)
{
    /// <summary>Whether the request does something, or opens a WebSocket, and comes from another origin that is not trusted.</summary>
    public bool IsForeign(HttpContext context, DigitalOceanApplication application) =>
        DoesMoreThanRead(context) && !IsOwnPages(context.Request) && !IsTrusted(context.Request.Headers.Origin, application);

    // A page may open a WebSocket to any site and read it: CORS, which guards the answers of a GET, has no part in that.
    private static bool DoesMoreThanRead(HttpContext context)
    {
        var request = context.Request;
        return !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
                || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method))
            || IsUpgrade(context);
    }

    /// <summary>Whether the request asks for another protocol, such as a WebSocket: by a header in HTTP/1.1, by CONNECT from HTTP/2 on.</summary>
    public static bool IsUpgrade(HttpContext context) =>
        !StringValues.IsNullOrEmpty(context.Request.Headers.Upgrade)
        || context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };

    private static bool IsOwnPages(HttpRequest request)
    {
        // The browser compares whole origins and cannot be made to lie by a page. It knows more than Origin tells, which is null from a page with
        // Referrer-Policy: no-referrer, and seems foreign behind a proxy that rewrites Host.
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
        {
            return site is ["same-origin" or "none"];
        }

        // A program sends neither header. An older browser, and any browser over http, sends Origin with all that does more than read.
        var origins = request.Headers.Origin;
        return origins.Count == 0 || (origins is [{ } origin] && Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsOwn(uri, request));
    }

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

    // Any page can have the origin null, in a frame with sandbox: to trust it would be to trust all.
    private bool IsTrusted(StringValues origins, DigitalOceanApplication application) =>
        origins is [{ } origin]
        && !TrustedOrigin.IsNull(origin)
        && options.Get(application.Scheme).TrustedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
