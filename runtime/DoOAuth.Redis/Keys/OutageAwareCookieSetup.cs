using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Lets the session's cookie tell a Redis that is away from a cookie that nobody can read.</summary>
internal sealed class OutageAwareCookieSetup(DigitalOceanApplication application, SharedRedis redis, IHttpContextAccessor httpContext)
    : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name == application.SessionScheme)
        {
            options.TicketDataFormat = new OutageAwareTicketFormat(options.TicketDataFormat, application, redis, httpContext);
        }
    }
}
