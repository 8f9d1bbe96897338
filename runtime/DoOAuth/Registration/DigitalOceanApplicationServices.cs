using System.ComponentModel;
using System.Diagnostics.Metrics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Adds applications to an app. Generated <c>Add…</c> methods call it.</summary>
public static class DigitalOceanApplicationServices
{
    /// <summary>Adds the application's options, session cookie, OAuth handler, tokens and client.</summary>
    /// <param name="builder">The app's builder.</param>
    /// <param name="application">The application.</param>
    /// <param name="createClient">Creates the application's client.</param>
    /// <typeparam name="TClient">The type of the application's client.</typeparam>
    /// <returns>A builder to add more for the application.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static DigitalOceanOAuthBuilder AddDigitalOceanApplication<TClient>(
        this IHostApplicationBuilder builder, DigitalOceanApplication application, Func<DigitalOceanClientHandler, TClient> createClient)
        where TClient : DigitalOceanClient
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(createClient);
        var services = builder.Services;
        if (services.Any(service => service.IsKeyedService && Equals(service.ServiceKey, application.Scheme)
            && service.ServiceType == typeof(DigitalOceanApplication)))
        {
            throw new InvalidOperationException($"{application.Scheme} is added twice. Call its Add method once.");
        }

        AddShared(services);
        AddTokens(services, application);
        AddSchemes(services, application, builder.Environment);
        return new DigitalOceanOAuthBuilder(builder, application, AddClient(services, application, createClient));
    }

    private static void AddShared(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAuthorization();
        services.AddDataProtection();
        services.TryAddSingleton(TimeProvider.System);

        // For apps that describe or return the user under Native AOT, where reflection finds nothing.
        services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Add(DigitalOceanUserJson.Default));

        // Constructors are called explicitly here and below. Finding each of them by reflection takes a tenth of a millisecond when an app starts.
        services.TryAddSingleton(static provider => new ApplicationDirectory(provider.GetServices<DigitalOceanApplication>()));
        services.TryAddSingleton(static provider => new DigitalOceanMetrics(provider.GetRequiredService<IMeterFactory>()));
        services.TryAddSingleton(static provider => new CrossSitePolicy(provider.GetRequiredService<IOptionsMonitor<DigitalOceanOptions>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, ScopeAuthorizationHandler>(static provider =>
            new ScopeAuthorizationHandler(provider.GetRequiredService<ApplicationDirectory>(), provider.GetRequiredService<CrossSitePolicy>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<AuthorizationOptions>, ScopePolicies>(static provider =>
            new ScopePolicies(provider.GetServices<DigitalOceanApplication>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AuthenticationOptions>, DefaultScheme>(static provider =>
            new DefaultScheme(provider.GetRequiredService<ApplicationDirectory>())));
        if (!services.Any(service => service.ImplementationInstance == PersonalAnswer.Policy))
        {
            services.AddSingleton(PersonalAnswer.Policy);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExceptionHandler, UncaughtAccess>(static _ => new UncaughtAccess()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeveloperPageExceptionFilter, UncaughtAccess>(static _ => new UncaughtAccess()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, UncaughtAccess>(static _ => new UncaughtAccess()));
        if (RuntimeFeature.IsDynamicCodeSupported)
        {
            // A native app has no MVC, and would contain its options.
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<MvcOptions>, MvcParameters>(static _ => new MvcParameters()));
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<HubOptions>, HubGuard>(static provider =>
            new HubGuard(provider.GetRequiredService<ApplicationDirectory>())));
        services.TryAddSingleton<ICurrentUser>(static provider => new CurrentUser(provider.GetRequiredService<ApplicationDirectory>()));
        services.TryAddScoped(static provider =>
            new RequiredUser(provider.GetRequiredService<ApplicationDirectory>(), provider.GetRequiredService<IHttpContextAccessor>()).Get());
    }

    private static void AddTokens(IServiceCollection services, DigitalOceanApplication application)
    {
        var scheme = application.Scheme;
        services.AddSingleton(application);
        services.AddKeyedSingleton(scheme, application);
        services.AddKeyedSingleton(scheme, (provider, _) => new ApplicationKeys(
            application, provider.GetRequiredService<IDataProtectionProvider>(), provider.GetRequiredService<IOptionsMonitor<DigitalOceanOptions>>()));
        services.AddKeyedSingleton(scheme, static (provider, key) => new RememberedSessionFormat(provider.GetRequiredKeyedService<ApplicationKeys>(key)));
        services.AddKeyedSingleton(scheme, (provider, _) => new KeptAccessList(StoredSessions(provider, scheme)));
        services.AddKeyedSingleton(scheme, static (_, _) => new OpenConnections());
        services.AddKeyedSingleton<ISessionTokenStore>(scheme, (provider, _) => new MemorySessionTokenStore(
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredKeyedService<OpenConnections>(scheme)));
        services.AddKeyedSingleton<ISessionLock>(scheme, static (_, _) => new MemorySessionLock());

        services.AddKeyedSingleton(scheme, (provider, _) => new CallbackAddress(
            application, provider.GetRequiredService<LinkGenerator>(), provider.GetRequiredService<EndpointDataSource>()));
        services.AddKeyedSingleton(scheme, (provider, _) => new TokenClient(application, provider.GetRequiredService<IOptionsMonitor<DigitalOceanOptions>>()));
        services.AddKeyedSingleton(scheme, (provider, _) => new AccountLookup(application, provider.GetRequiredService<IOptionsMonitor<DigitalOceanOptions>>()));
        services.AddKeyedSingleton(scheme, (provider, _) => new SignInCompletion(
            application, provider.GetRequiredService<DigitalOceanMetrics>(), provider.GetRequiredService<ILogger<SignInCompletion>>()));
        services.AddKeyedSingleton(scheme, (provider, _) => new TokenExchange(
            application,
            provider.GetRequiredKeyedService<TokenClient>(scheme),
            provider.GetRequiredService<DigitalOceanMetrics>(),
            provider.GetRequiredService<ILogger<TokenExchange>>()));
        services.AddKeyedSingleton(scheme, (provider, _) => new SessionMemory(
            application,
            provider.GetRequiredKeyedService<ISessionTokenStore>(scheme),
            provider.GetRequiredKeyedService<ISessionLock>(scheme),
            provider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>(),
            provider.GetRequiredService<ILogger<SessionMemory>>()));
        services.AddKeyedSingleton(scheme, (provider, _) => new SessionRefresh(
            application,
            provider.GetRequiredKeyedService<TokenExchange>(scheme),
            provider.GetRequiredKeyedService<TokenRevocation>(scheme),
            provider.GetRequiredKeyedService<SessionMemory>(scheme),
            provider.GetRequiredKeyedService<ISessionTokenStore>(scheme),
            provider.GetRequiredKeyedService<ISessionLock>(scheme),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SessionRefresh>>()));
        services.AddKeyedSingleton(scheme, (provider, _) => new SessionValidation(
            application,
            provider.GetRequiredKeyedService<SessionRefresh>(scheme),
            provider.GetRequiredKeyedService<OpenConnections>(scheme),
            provider.GetRequiredService<CrossSitePolicy>(),
            provider.GetRequiredService<ILogger<SessionValidation>>()));
        services.AddKeyedSingleton(scheme, (provider, _) => new TokenRevocation(
            application,
            provider.GetRequiredKeyedService<TokenClient>(scheme),
            provider.GetRequiredService<DigitalOceanMetrics>(),
            provider.GetRequiredService<ILogger<TokenRevocation>>()));
        services.AddKeyedSingleton(scheme, (provider, _) => new SessionReplacement(
            application,
            provider.GetRequiredKeyedService<SessionMemory>(scheme),
            provider.GetRequiredKeyedService<TokenRevocation>(scheme),
            provider.GetRequiredKeyedService<ISessionTokenStore>(scheme),
            provider.GetRequiredKeyedService<ISessionLock>(scheme),
            provider.GetRequiredKeyedService<KeptAccessList>(scheme),
            provider.GetRequiredKeyedService<OpenConnections>(scheme),
            provider.GetRequiredService<ILogger<SessionReplacement>>()));
    }

    private static void AddSchemes(IServiceCollection services, DigitalOceanApplication application, IHostEnvironment environment)
    {
        // Before the framework's own setup, which sets the remaining options.
        services.AddSingleton<IConfigureOptions<DigitalOceanOptions>>(Options);
        services.AddSingleton<IPostConfigureOptions<DigitalOceanOptions>>(Options);
        services.AddSingleton<IValidateOptions<DigitalOceanOptions>>(new OptionsValidation(application, environment));
        services.AddOptions<DigitalOceanOptions>(application.Scheme).ValidateOnStart();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>>(Cookie);
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(Cookie);
        services.TryAddTransient(static provider => new DigitalOceanOAuthHandler(
            provider.GetRequiredService<IOptionsMonitor<DigitalOceanOptions>>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<UrlEncoder>()));
        services.TryAddTransient(static provider => new CookieAuthenticationHandler(
            provider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<UrlEncoder>()));
        services.AddAuthentication()
            .AddCookie(application.SessionScheme)
            .AddOAuth<DigitalOceanOptions, DigitalOceanOAuthHandler>(application.Scheme, "DigitalOcean", static _ => { });
        services.TryAddTransient(static _ => new SignInHandler());
        services.Configure<AuthenticationOptions>(options => options.SchemeMap[application.Scheme].HandlerType = typeof(SignInHandler));

        OptionsSetup Options(IServiceProvider provider) => new(
            application,
            provider.GetRequiredService<IConfiguration>(),
            provider.GetRequiredService<IDataProtectionProvider>(),
            provider.GetRequiredService<TimeProvider>());
        SessionCookieSetup Cookie(IServiceProvider provider) => new(
            application, provider.GetRequiredKeyedService<ApplicationKeys>(application.Scheme), provider);
    }

    private static IHttpClientBuilder AddClient<TClient>(
        IServiceCollection services, DigitalOceanApplication application, Func<DigitalOceanClientHandler, TClient> createClient)
        where TClient : DigitalOceanClient
    {
        var scheme = application.Scheme;

        // One handler serves all users, so it must not keep cookies. It drops the token on a redirect by itself.
        var http = services.AddHttpClient(ClientFactory.PoolOf(application)).ConfigurePrimaryHttpMessageHandler(static () =>
        {
            var handler = new SocketsHttpHandler { UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };

            // Decompression would add half a megabyte to a native app. Without it, the API sends its responses uncompressed.
            if (RuntimeFeature.IsDynamicCodeSupported)
            {
                handler.AutomaticDecompression = DecompressionMethods.All;
            }

            return handler;
        });
        services.Configure<HttpClientFactoryOptions>(http.Name, ClientFactory.LimitDefaults);
        services.AddKeyedSingleton(scheme, (provider, _) => new ClientFactory(
            application,
            provider.GetRequiredKeyedService<SessionRefresh>(scheme),
            provider.GetRequiredService<IOptionsMonitor<DigitalOceanOptions>>(),
            provider.GetRequiredService<IHttpMessageHandlerFactory>(),
            provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>(),
            createClient));
        services.AddKeyedSingleton(scheme, (provider, _) => new DigitalOceanSessions(
            application,
            provider.GetRequiredKeyedService<SessionRefresh>(scheme),
            provider.GetRequiredKeyedService<SessionMemory>(scheme),
            provider.GetRequiredKeyedService<ClientFactory>(scheme),
            provider.GetRequiredKeyedService<ApplicationKeys>(scheme),
            provider.GetRequiredKeyedService<KeptAccessList>(scheme),
            provider.GetRequiredService<IHttpContextAccessor>(),
            StoredSessions(provider, scheme)));
        services.TryAddSingleton(static provider =>
        {
            var sole = provider.GetRequiredService<ApplicationDirectory>().RequireSole(
                nameof(DigitalOceanSessions), scheme => $"[FromKeyedServices(\"{scheme}\")] {nameof(DigitalOceanSessions)}");
            return provider.GetRequiredKeyedService<DigitalOceanSessions>(sole.Scheme);
        });
        services.AddScoped(provider => (TClient)provider.GetRequiredKeyedService<ClientFactory>(scheme)
            .Create(new RequestUserAccess(
                application, provider.GetRequiredKeyedService<SessionRefresh>(scheme), provider.GetRequiredService<IHttpContextAccessor>())));
        services.AddKeyedScoped<DigitalOceanClient>(scheme, static (provider, _) => provider.GetRequiredService<TClient>());
        services.TryAddScoped(static provider =>
        {
            var sole = provider.GetRequiredService<ApplicationDirectory>()
                .RequireSole(nameof(DigitalOceanClient), scheme => $"the class's own client, such as {scheme}.Client,");
            return provider.GetRequiredKeyedService<DigitalOceanClient>(sole.Scheme);
        });
        return http;
    }

    // A package can register a session store that the app does not use.
    private static IStoredSessions? StoredSessions(IServiceProvider provider, string scheme) =>
        provider.GetKeyedService<SessionTicketStore>(scheme) is null ? null : provider.GetRequiredKeyedService<IStoredSessions>(scheme);
}
