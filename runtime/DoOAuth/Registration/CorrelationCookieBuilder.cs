using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth;

/// <summary>
/// The cookie that ties a callback to the browser that began the sign-in. Its path follows the callback endpoint as it is
/// mapped, group prefixes included.
/// </summary>
internal sealed class CorrelationCookieBuilder : LoopbackAwareCookieBuilder
{
    private readonly DigitalOceanOptions _options;

    public CorrelationCookieBuilder(DigitalOceanOptions options)
    {
        _options = options;
        Name = ".DoOAuth.Correlation.";
        IsEssential = true;
    }

    /// <summary>Name of the callback endpoint; set when the options are bound to their application.</summary>
    public string? CallbackEndpoint { get; set; }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var cookie = base.Build(context, expiresFrom);
        cookie.Expires ??= expiresFrom.Add(_options.RemoteAuthenticationTimeout);
        if (CallbackEndpoint is not null
            && context.RequestServices.GetRequiredService<LinkGenerator>().GetPathByName(context, CallbackEndpoint) is { } path)
        {
            cookie.Path = path;
        }

        return cookie;
    }
}
