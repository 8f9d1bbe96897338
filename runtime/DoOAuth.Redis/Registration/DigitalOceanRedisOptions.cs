using StackExchange.Redis;

namespace DoOAuth;

/// <summary>How the machines of one app share Redis. All of them have to say the same.</summary>
public sealed class DigitalOceanRedisOptions
{
    /// <summary>
    /// Where Redis is, as a text: an address such as <c>rediss://user:password@redis.example.com:6380/3</c>, or StackExchange.Redis's form.
    /// In place of <see cref="ConfigurationOptions"/>, and connected to as with those.
    /// </summary>
    public string? Configuration { get; set; }

    /// <summary>
    /// Where Redis is, and how to connect. On a copy of it is set what lets an app start without Redis, and fail fast while it is away: no
    /// abort, no backlog, and time limits of 2 seconds at most.
    /// </summary>
    public ConfigurationOptions? ConfigurationOptions { get; set; }

    /// <summary>
    /// Gives the app's own connection in place of <see cref="ConfigurationOptions"/>. It stays the app's to dispose, should not abort when it
    /// cannot connect at first (<c>abortConnect=false</c>), and should try again within a second or two after it was lost. Asked again where
    /// it throws.
    /// </summary>
    public Func<IServiceProvider, Task<IConnectionMultiplexer>>? ConnectionMultiplexerFactory { get; set; }

    /// <summary>
    /// What the names of all keys in Redis begin with. The default is <c>DoOAuth:</c>, the name of the app
    /// (<see cref="Microsoft.Extensions.Hosting.IHostEnvironment.ApplicationName"/>), a colon, its environment
    /// (<see cref="Microsoft.Extensions.Hosting.IHostEnvironment.EnvironmentName"/>) and a colon, so that several apps and environments can
    /// share one Redis.
    /// </summary>
    public string? KeyPrefix { get; set; }

    /// <summary>
    /// Whether the app's data protection keys are kept in Redis, which is the default. Set it to false where the app keeps them elsewhere
    /// already; all machines have to find the same keys there, under the same application name.
    /// </summary>
    public bool ShareDataProtectionKeys { get; set; } = true;
}
