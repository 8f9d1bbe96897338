using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Configures the session cookie of an application.</summary>
internal sealed class SessionCookieSetup(
    DigitalOceanApplication application,
    ApplicationKeys keys,
    IServiceProvider services)
    : IConfigureNamedOptions<CookieAuthenticationOptions>, IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != application.SessionScheme)
        {
            return;
        }

        options.Cookie = new LoopbackAwareCookieBuilder { Name = ".DoOAuth." + Uri.EscapeDataString(application.Scheme), IsEssential = true };
        options.ExpireTimeSpan = SessionLifetimes.Idle;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = redirect => SessionAnswers.SignedOutAsync(redirect.HttpContext, application);
        options.Events.OnRedirectToAccessDenied = redirect => DeniedAnswers.WriteAsync(redirect.HttpContext, application);
        application.ConfigureCookie?.Invoke(options);
    }

    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name != application.SessionScheme)
        {
            return;
        }

        options.TicketDataFormat ??= new SessionTicketFormat(
            new RecentPlaintext(keys.For("DoOAuth.Session"), services.GetRequiredService<TimeProvider>()));
        if (services.GetKeyedService<IKeyStoreStatus>(application.Scheme) is { } status)
        {
            options.TicketDataFormat = new OutageAwareTicketFormat(
                options.TicketDataFormat, application, status, services.GetRequiredService<IHttpContextAccessor>());
        }

        options.SessionStore ??= services.GetKeyedService<SessionTicketStore>(application.Scheme);

        // Wrapped last, so that the hook's event runs in addition to the refresh instead of replacing it.
        if (options.EventsType is not null)
        {
            throw new InvalidOperationException(
                $"ConfigureCookie of {application.Scheme} sets EventsType, which would replace the session's refresh. Set options.Events.On… instead.");
        }

        var validate = options.Events.OnValidatePrincipal;

        // Created for the first cookie instead of the first request.
        var session = new Lazy<SessionValidation>(() => services.GetRequiredKeyedService<SessionValidation>(application.Scheme));
        options.Events.OnValidatePrincipal = async context =>
        {
            await session.Value.ValidateAsync(context);
            if (context.Principal is not null)
            {
                await validate(context);
            }
        };
    }
}
