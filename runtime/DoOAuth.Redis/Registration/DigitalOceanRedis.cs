using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>Lets an app run on several machines, which share what they have to know of sessions through Redis.</summary>
public static class DigitalOceanRedis
{
    /// <summary>
    /// Shares data protection keys, refreshed tokens and the lock around each refresh through Redis; and, together with
    /// <see cref="DigitalOceanOAuthBuilder.StoreSessionsOnServer"/>, whole sessions.
    /// </summary>
    /// <param name="builder">What the generated <c>Add…</c> gives back.</param>
    /// <param name="configuration">Where Redis is, such as <c>redis.example.com:6379,ssl=true,password=…</c>, in StackExchange.Redis's form.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="configuration"/> cannot be read, or names no server.</exception>
    public static DigitalOceanOAuthBuilder UseRedis(this DigitalOceanOAuthBuilder builder, string configuration)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        return builder.UseRedis(options => options.ConfigurationOptions = ConfigurationOptions.Parse(configuration));
    }

    /// <inheritdoc cref="UseRedis(DigitalOceanOAuthBuilder, string)"/>
    /// <param name="builder">What the generated <c>Add…</c> gives back.</param>
    /// <param name="configure">Says where Redis is, what is shared, and under which names.</param>
    /// <exception cref="ArgumentException">It does not say where Redis is.</exception>
    public static DigitalOceanOAuthBuilder UseRedis(this DigitalOceanOAuthBuilder builder, Action<DigitalOceanRedisOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new DigitalOceanRedisOptions();
        configure(options);
        var connector = ConnectorOf(options);
        var (services, application) = (builder.Services, builder.Application);
        var scheme = application.Scheme;
        services.AddKeyedSingleton(scheme, (provider, _) => new SharedRedis(connector(provider), provider.GetRequiredService<ILogger<SharedRedis>>()));
        services.AddKeyedSingleton(scheme, (provider, _) => new RedisKeyNames(
            options.KeyPrefix ?? $"DoOAuth:{provider.GetRequiredService<IHostEnvironment>().ApplicationName}:", scheme));
        AddStores(services, application);
        if (options.ShareDataProtectionKeys)
        {
            ShareKeys(services, application);
        }

        return builder;
    }

    private static Func<IServiceProvider, RedisConnector> ConnectorOf(DigitalOceanRedisOptions options)
    {
        if (options.ConnectionMultiplexerFactory is { } connect)
        {
            return provider => RedisConnector.Borrow(() => connect(provider));
        }

        if (options.ConfigurationOptions is not { EndPoints.Count: > 0 } configuration)
        {
            throw new ArgumentException("No Redis server is named. Name one, such as UseRedis(\"localhost:6379\").");
        }

        return _ => RedisConnector.To(configuration);
    }

    private static void AddStores(IServiceCollection services, DigitalOceanApplication application)
    {
        var scheme = application.Scheme;
        services.AddKeyedSingleton(scheme, (provider, _) => ActivatorUtilities.CreateInstance<RedisSessionTokenStore>(
            provider, application, Redis(provider), Names(provider), provider.GetRequiredKeyedService<ApplicationKeys>(scheme)));
        services.AddKeyedSingleton<ISessionTokenStore>(scheme, (provider, _) => provider.GetRequiredKeyedService<RedisSessionTokenStore>(scheme));
        services.AddKeyedSingleton<ISessionLock>(scheme, (provider, _) => new RedisSessionLock(
            Redis(provider), Names(provider), provider.GetRequiredKeyedService<RedisSessionTokenStore>(scheme)));
        services.AddKeyedSingleton<IStoredSessions>(scheme, (provider, _) => ActivatorUtilities.CreateInstance<RedisStoredSessions>(
            provider, application, Redis(provider), Names(provider)));

        SharedRedis Redis(IServiceProvider provider) => provider.GetRequiredKeyedService<SharedRedis>(scheme);
        RedisKeyNames Names(IServiceProvider provider) => provider.GetRequiredKeyedService<RedisKeyNames>(scheme);
    }

    private static void ShareKeys(IServiceCollection services, DigitalOceanApplication application)
    {
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new SharedKeySetup(
            provider.GetRequiredKeyedService<SharedRedis>(application.Scheme), provider.GetRequiredKeyedService<RedisKeyNames>(application.Scheme)));
        services.AddSingleton<IPostConfigureOptions<DataProtectionOptions>, SharedApplicationName>();
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(provider => ActivatorUtilities.CreateInstance<OutageAwareCookieSetup>(
            provider, application, provider.GetRequiredKeyedService<SharedRedis>(application.Scheme)));
    }
}
