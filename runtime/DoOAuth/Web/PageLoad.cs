using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Distinguishes a browser that loads a page from a program that calls an API.</summary>
internal static class PageLoad
{
    public static bool Is(HttpRequest request)
    {
        // A script's fetch can accept text/html too, but the browser sends a different mode. Opening a WebSocket is not a page load either.
        var mode = request.Headers["Sec-Fetch-Mode"];
        return !CrossSitePolicy.IsUpgrade(request.HttpContext)
            && (mode.Count == 0 || string.Equals(mode, "navigate", StringComparison.OrdinalIgnoreCase))
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }
}
