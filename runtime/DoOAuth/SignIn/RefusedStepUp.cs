using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// Stores in the browser, for a minute, which scopes the user has just denied. The page that needs them then shows this instead of requesting the
/// scopes again in an endless loop.
/// </summary>
internal static class RefusedStepUp
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    public static void Note(HttpContext context, DigitalOceanApplication application, IEnumerable<string> scopes)
    {
        var cookie = CookieOf(application);
        context.Response.Cookies.Append(cookie.Name!, string.Join(' ', scopes), cookie.Build(context));
    }

    /// <summary>Whether one of the scopes was denied. This removes the note, so the user is asked again next time.</summary>
    public static bool Take(HttpContext context, DigitalOceanApplication application, IEnumerable<string> scopes)
    {
        var cookie = CookieOf(application);
        if (context.Request.Cookies[cookie.Name!] is not { } refused || !refused.Split(' ').Intersect(scopes).Any())
        {
            return false;
        }

        context.Response.Cookies.Delete(cookie.Name!, cookie.Build(context));
        return true;
    }

    private static LoopbackAwareCookieBuilder CookieOf(DigitalOceanApplication application) => new()
    {
        Name = ".DoOAuth." + Uri.EscapeDataString(application.Scheme) + ".Refused",
        IsEssential = true,
        MaxAge = Life,
    };
}
