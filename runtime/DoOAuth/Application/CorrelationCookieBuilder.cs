using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth;

/// <summary>
/// The cookie that ties a callback to the browser that started the sign-in. Its path follows the mapped callback endpoint, including group prefixes.
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

    /// <summary>The application's scheme. It is set when the options are bound to the application.</summary>
    public string? Scheme { get; set; }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var cookie = base.Build(context, expiresFrom);
        cookie.Expires ??= expiresFrom.Add(_options.RemoteAuthenticationTimeout);
        if (Scheme is not null && context.RequestServices.GetRequiredKeyedService<CallbackAddress>(Scheme).Path(context) is { } path)
        {
            cookie.Path = path;
        }

        return cookie;
    }
}
