using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth;

/// <summary>Paths of this app, as they are mapped and with the path base.</summary>
internal static class PathOf
{
    public static string Home(HttpContext context) => context.Request.PathBase.Add("/").ToUriComponent();

    /// <summary>Path and query of the request itself.</summary>
    public static string This(HttpContext context) => UriHelper.BuildRelative(
        context.Request.PathBase, context.Request.Path, context.Request.QueryString);

    /// <summary>Path of login, group prefix included.</summary>
    public static string Login(HttpContext context, DigitalOceanApplication application, string? returnUrl = null, IEnumerable<string>? scopes = null)
    {
        var path = context.RequestServices.GetRequiredService<LinkGenerator>().GetPathByName(context, application.LoginEndpoint)
            ?? application.LoginPath;
        return DigitalOceanLinks.Login(path, returnUrl, scopes is null ? null : string.Join(' ', scopes));
    }
}
