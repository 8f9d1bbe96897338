using System.Net;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// A cookie that is <c>HttpOnly</c>, <c>SameSite=Lax</c>, and <c>Secure</c> except on <c>http://localhost</c> and other loopback hosts. Behind a
/// proxy that terminates TLS, the app sees http on a public host, but the browser sees https, so the cookie is secure there too.
/// </summary>
internal class LoopbackAwareCookieBuilder : CookieBuilder
{
    public LoopbackAwareCookieBuilder()
    {
        HttpOnly = true;
        SameSite = SameSiteMode.Lax;
        SecurePolicy = CookieSecurePolicy.Always;
        Path = null;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cookie = base.Build(context, expiresFrom);
        if (SecurePolicy == CookieSecurePolicy.Always)
        {
            cookie.Secure = context.Request.IsHttps || !IsLoopback(context.Request.Host.Host);
        }

        if (Path is null)
        {
            cookie.Path = context.Request.PathBase.HasValue ? context.Request.PathBase.ToString() : "/";
        }

        return cookie;
    }

    internal static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
