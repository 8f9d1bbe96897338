using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth;

/// <summary>Paths of this app, as they are mapped and with the path base.</summary>
internal static class PathOf
{
    // It travels in the state, beside the address to return to.
    private const int LongestReferrer = 512;

    public static string Home(HttpContext context) => context.Request.PathBase.Add("/").ToUriComponent();

    /// <summary>Path and query of the request itself.</summary>
    public static string This(HttpContext context) => UriHelper.BuildRelative(
        context.Request.PathBase, context.Request.Path, context.Request.QueryString);

    /// <summary>Path and query of the page of this host that the browser was on, where it tells; null for any other.</summary>
    public static string? Referrer(HttpContext context)
    {
        return Uri.TryCreate(context.Request.Headers.Referer, UriKind.Absolute, out var page)
            && CrossSitePolicy.IsOwn(page, context.Request)
            && page.PathAndQuery.Length <= LongestReferrer
                ? LocalUrl.TryRead(page.PathAndQuery)
                : null;
    }

    /// <summary>Path of login, group prefix included.</summary>
    public static string Login(HttpContext context, DigitalOceanApplication application, string? returnUrl = null, IEnumerable<string>? scopes = null)
    {
        var path = context.RequestServices.GetRequiredService<LinkGenerator>().GetPathByName(context, application.LoginEndpoint)
            ?? application.LoginPath;
        return DigitalOceanLinks.Login(path, returnUrl, scopes is null ? null : string.Join(' ', scopes));
    }
}
