using StackExchange.Redis;

namespace DoOAuth;

/// <summary>Options for how the machines of an app share Redis. They must be the same on all machines.</summary>
public sealed class DigitalOceanRedisOptions
{
    /// <summary>
    /// The Redis connection string: an address such as <c>rediss://user:password@redis.example.com:6380/3</c>, or StackExchange.Redis's format. Use
    /// it instead of <see cref="ConfigurationOptions"/>. The connection is made in the same way.
    /// </summary>
    public string? Configuration { get; set; }

    /// <summary>
    /// The Redis servers and how to connect to them. On a copy, settings are changed so that the app starts without Redis and fails fast while it is
    /// unavailable: no abort, no backlog, and timeouts of at most 2 seconds.
    /// </summary>
    public ConfigurationOptions? ConfigurationOptions { get; set; }

    /// <summary>
    /// Creates the app's own connection, instead of <see cref="ConfigurationOptions"/>. The app must dispose it. It should not abort if it cannot
    /// connect at first (<c>abortConnect=false</c>), and should reconnect within a second or two. If the factory throws, it is called again.
    /// </summary>
    public Func<IServiceProvider, Task<IConnectionMultiplexer>>? ConnectionMultiplexerFactory { get; set; }

    /// <summary>
    /// The prefix of all key names in Redis. The default is <c>DoOAuth:</c>, the name of the app
    /// (<see cref="Microsoft.Extensions.Hosting.IHostEnvironment.ApplicationName"/>), a colon, its environment
    /// (<see cref="Microsoft.Extensions.Hosting.IHostEnvironment.EnvironmentName"/>) and a colon, so that several apps and environments can share one
    /// Redis server.
    /// </summary>
    public string? KeyPrefix { get; set; }

    /// <summary>
    /// Whether the app's data protection keys are stored in Redis. The default is true. Set it to false if the app already stores them elsewhere. All
    /// machines must use the same keys and the same application name.
    /// </summary>
    public bool ShareDataProtectionKeys { get; set; } = true;
}
