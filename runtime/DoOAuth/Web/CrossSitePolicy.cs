using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace DoOAuth;

/// <summary>
/// Detects requests that another site caused the browser to send. The session cookie is already <c>SameSite=Lax</c>. This check also protects against
/// sibling domains, and if the app makes the cookie less strict.
/// </summary>
internal sealed class CrossSitePolicy(IOptionsMonitor<DigitalOceanOptions> options)
{
    /// <summary>Whether the request is unsafe or opens a WebSocket, and comes from another origin that is not trusted.</summary>
    public bool IsForeign(HttpContext context, DigitalOceanApplication application) =>
        DoesMoreThanRead(context) && !IsOwnPages(context.Request) && !IsTrusted(context.Request.Headers.Origin, application);

    // A page can open a WebSocket to any site and read it. CORS, which protects the responses to GET, does not apply.
    private static bool DoesMoreThanRead(HttpContext context)
    {
        var request = context.Request;
        return !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
                || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method))
            || IsUpgrade(context);
    }

    /// <summary>Whether the request asks for another protocol, such as a WebSocket: with a header in HTTP/1.1, with CONNECT since HTTP/2.</summary>
    public static bool IsUpgrade(HttpContext context) =>
        !StringValues.IsNullOrEmpty(context.Request.Headers.Upgrade)
        || context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };

    private static bool IsOwnPages(HttpRequest request)
    {
        // The browser compares whole origins, and a page cannot change the result. This header is more reliable than Origin, which is null from a
        // page with Referrer-Policy: no-referrer, and looks foreign behind a proxy that rewrites Host.
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
        {
            return site is ["same-origin" or "none"];
        }

        // Programs send neither header. Older browsers, and all browsers over http, send Origin with every unsafe request.
        var origins = request.Headers.Origin;
        return origins.Count == 0 || (origins is [{ } origin] && Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsOwn(uri, request));
    }

    /// <summary>Whether the address has the host that the request was sent to.</summary>
    /// <remarks>The scheme is not compared, because behind a proxy that terminates TLS, the app sees http and the browser sees https.</remarks>
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

    // Any page can have the origin null, in a sandboxed frame. Trusting it would trust every site.
    private bool IsTrusted(StringValues origins, DigitalOceanApplication application) =>
        origins is [{ } origin]
        && !TrustedOrigin.IsNull(origin)
        && options.Get(application.Scheme).TrustedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
