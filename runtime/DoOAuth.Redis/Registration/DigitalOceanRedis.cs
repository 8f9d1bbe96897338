using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>Lets an app run on several machines, which share session data through Redis.</summary>
public static class DigitalOceanRedis
{
    /// <summary>
    /// Shares data protection keys, refreshed tokens and the lock around each refresh through Redis. Together with
    /// <see cref="DigitalOceanOAuthBuilder.StoreSessionsOnServer"/>, also shares whole sessions.
    /// </summary>
    /// <param name="builder">The builder that the generated <c>Add…</c> method returns.</param>
    /// <param name="configuration">
    /// The Redis connection string: an address such as <c>rediss://user:password@redis.example.com:6380/3</c> (<c>redis</c>, <c>rediss</c>,
    /// <c>valkey</c> or <c>valkeys</c>, with percent-encoded user and password), or StackExchange.Redis's format,
    /// <c>redis.example.com:6380,ssl=true,password=…</c>.
    /// </param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="configuration"/> is not valid. The message does not contain it.</exception>
    public static DigitalOceanOAuthBuilder UseRedis(this DigitalOceanOAuthBuilder builder, string configuration)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        return builder.UseRedis(options => options.Configuration = configuration);
    }

    /// <inheritdoc cref="UseRedis(DigitalOceanOAuthBuilder, string)"/>
    /// <param name="builder">The builder that the generated <c>Add…</c> method returns.</param>
    /// <param name="configure">Configures the connection, what is shared, and the names of keys.</param>
    /// <exception cref="ArgumentException">The options specify no Redis server, or one that is not valid.</exception>
    public static DigitalOceanOAuthBuilder UseRedis(this DigitalOceanOAuthBuilder builder, Action<DigitalOceanRedisOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new DigitalOceanRedisOptions();
        Configure(configure, options);
        var connector = ConnectorOf(options);
        var (services, application) = (builder.Services, builder.Application);
        var scheme = application.Scheme;
        services.AddKeyedSingleton(scheme, (provider, _) => new SharedRedis(
            connector(provider), Names(provider, scheme), provider.GetRequiredService<ILogger<SharedRedis>>()));
        services.AddKeyedSingleton(scheme, (provider, _) => new RedisKeyNames(
            options.KeyPrefix ?? UsualPrefix(provider.GetRequiredService<IHostEnvironment>()),
            scheme,
            () => provider.GetRequiredService<IOptionsMonitor<DigitalOceanOptions>>().Get(scheme).ClientId));
        services.AddSingleton<IHostedService>(provider => new RedisAtStart(Redis(provider, scheme), Names(provider, scheme)));
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

        if (options is { Configuration: not null, ConfigurationOptions: not null })
        {
            throw new ArgumentException("Configuration and ConfigurationOptions are both set. Set only one of them.");
        }

        var configuration = options.Configuration is { } text ? RedisText.Read(text) : options.ConfigurationOptions;
        if (configuration is not { EndPoints.Count: > 0 })
        {
            throw new ArgumentException("No Redis server is specified. Specify one, such as UseRedis(\"localhost:6379\").");
        }

        return RedisHost.CanBeMeant(configuration)
            ? _ => RedisConnector.To(configuration)
            : throw RedisText.Refused("It was taken for a host name, because ConfigurationOptions.Parse does not read addresses. Set Configuration to the address.");
    }

    // StackExchange.Redis's message about text that it cannot parse contains the whole text.
    private static void Configure(Action<DigitalOceanRedisOptions> configure, DigitalOceanRedisOptions options)
    {
        try
        {
            configure(options);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException && exception.Source == typeof(ConfigurationOptions).Assembly.GetName().Name)
        {
            throw RedisText.Refused("StackExchange.Redis cannot parse it.");
        }
    }

    private static string UsualPrefix(IHostEnvironment environment) => $"DoOAuth:{environment.ApplicationName}:{environment.EnvironmentName}:";

    private static SharedRedis Redis(IServiceProvider provider, string scheme) => provider.GetRequiredKeyedService<SharedRedis>(scheme);

    private static RedisKeyNames Names(IServiceProvider provider, string scheme) => provider.GetRequiredKeyedService<RedisKeyNames>(scheme);

    private static void AddStores(IServiceCollection services, DigitalOceanApplication application)
    {
        var scheme = application.Scheme;
        services.AddKeyedSingleton(scheme, (provider, _) => ActivatorUtilities.CreateInstance<RedisSessionTokenStore>(
            provider, application, Redis(provider, scheme), Names(provider, scheme), provider.GetRequiredKeyedService<RememberedSessionFormat>(scheme)));
        services.AddKeyedSingleton<ISessionTokenStore>(scheme, (provider, _) => provider.GetRequiredKeyedService<RedisSessionTokenStore>(scheme));
        services.AddKeyedSingleton<ISessionLock>(scheme, (provider, _) => new RedisSessionLock(
            Redis(provider, scheme), Names(provider, scheme), provider.GetRequiredKeyedService<RedisSessionTokenStore>(scheme)));
        services.AddKeyedSingleton<IStoredSessions>(scheme, (provider, _) => ActivatorUtilities.CreateInstance<RedisStoredSessions>(
            provider, application, Redis(provider, scheme), Names(provider, scheme)));
    }

    private static void ShareKeys(IServiceCollection services, DigitalOceanApplication application)
    {
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new SharedKeySetup(
            Redis(provider, application.Scheme), Names(provider, application.Scheme)));
        services.AddSingleton<IPostConfigureOptions<DataProtectionOptions>, SharedApplicationName>();
        services.AddKeyedSingleton<IKeyStoreStatus>(application.Scheme, (provider, _) => new SharedKeyStatus(Redis(provider, application.Scheme)));
    }
}
