using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace DoOAuth;

/// <summary>
/// Registers what reads the options that a sign-in needs, type by type. The framework registers it for every type at once, and a native app
/// puts such a service together while it runs, type after type: a quarter of the time that it takes to start.
/// </summary>
internal static class ClosedOptions
{
    private static readonly Type[] Open = [typeof(IOptions<>), typeof(IOptionsFactory<>), typeof(IOptionsMonitor<>), typeof(IOptionsMonitorCache<>)];

    /// <summary>Registers it where it is the framework's own. What an app has put in its place by then stays, for every type.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddOptions();
        if (!Array.TrueForAll(Open, type => IsFrameworksOwn(services, type)))
        {
            return;
        }

        Add<DigitalOceanOptions>(services);
        Add<CookieAuthenticationOptions>(services);
        Add<AuthenticationOptions>(services);
        Add<AuthorizationOptions>(services);
        Add<DataProtectionOptions>(services);
        Add<KeyManagementOptions>(services);
        Add<WebEncoderOptions>(services);
        Add<JsonOptions>(services);
        Add<ProblemDetailsOptions>(services);

        // Not of a sign-in: what every app reads before its first answer, which makes up for what a sign-in adds to that.
        Add<HostOptions>(services);
        Add<KestrelServerOptions>(services);
        Add<LoggerFilterOptions>(services);
        Add<RouteOptions>(services);
    }

    private static void Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IServiceCollection services)
        where TOptions : class
    {
        // Made anew for each that asks, as the framework's: a snapshot's is to find what is set up for its request.
        services.TryAddTransient<IOptionsFactory<TOptions>>(static provider => new OptionsFactory<TOptions>(
            provider.GetServices<IConfigureOptions<TOptions>>(),
            provider.GetServices<IPostConfigureOptions<TOptions>>(),
            provider.GetServices<IValidateOptions<TOptions>>()));
        services.TryAddSingleton<IOptionsMonitorCache<TOptions>>(static _ => new OptionsCache<TOptions>());
        services.TryAddSingleton<IOptionsMonitor<TOptions>>(static provider => new OptionsMonitor<TOptions>(
            provider.GetRequiredService<IOptionsFactory<TOptions>>(),
            provider.GetServices<IOptionsChangeTokenSource<TOptions>>(),
            provider.GetRequiredService<IOptionsMonitorCache<TOptions>>()));
        services.TryAddSingleton<IOptions<TOptions>>(static provider => new OptionsManager<TOptions>(provider.GetRequiredService<IOptionsFactory<TOptions>>()));
    }

    private static bool IsFrameworksOwn(IServiceCollection services, Type type) =>
        services.LastOrDefault(service => service.ServiceType == type && !service.IsKeyedService)?.ImplementationType?.Assembly == typeof(OptionsManager<>).Assembly;
}
