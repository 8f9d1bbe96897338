using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth;

/// <summary>Paths of this app as they are mapped, including the path base.</summary>
internal static class PathOf
{
    // It is part of the state, together with the address to return to.
    private const int LongestReferrer = 512;

    public static string Home(HttpContext context) => context.Request.PathBase.Add("/").ToUriComponent();

    /// <summary>The path and query of the request.</summary>
    public static string This(HttpContext context) => UriHelper.BuildRelative(
        context.Request.PathBase, context.Request.Path, context.Request.QueryString);

    /// <summary>The path and query of the previous page on this host, if the browser sends it; null otherwise.</summary>
    public static string? Referrer(HttpContext context)
    {
        return Uri.TryCreate(context.Request.Headers.Referer, UriKind.Absolute, out var page)
            && CrossSitePolicy.IsOwn(page, context.Request)
            && page.PathAndQuery.Length <= LongestReferrer
                ? LocalUrl.TryRead(page.PathAndQuery)
                : null;
    }

    /// <summary>
    /// The path to return to after a sign-in that a program or a script starts: the page of the script, or what the program asked for. A script's own
    /// request is no page. The result is null if there is nothing to return to.
    /// </summary>
    public static string? Back(HttpContext context) => Referrer(context)
        ?? (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers["Sec-Fetch-Mode"].Count == 0 ? LocalUrl.TryRead(This(context)) : null);

    /// <summary>The path of the login endpoint, including the group prefix.</summary>
    public static string Login(HttpContext context, DigitalOceanApplication application, string? returnUrl = null, IEnumerable<string>? scopes = null)
    {
        var path = context.RequestServices.GetRequiredService<LinkGenerator>().GetPathByName(context, application.LoginEndpoint)
            ?? application.LoginPath;
        return DigitalOceanLinks.Login(path, returnUrl, scopes is null ? null : string.Join(' ', scopes));
    }
}
