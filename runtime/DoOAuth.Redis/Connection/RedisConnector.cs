using StackExchange.Redis;

namespace DoOAuth;

/// <summary>Creates the connection to Redis, or uses the app's own.</summary>
/// <param name="ConnectAsync">Connects.</param>
/// <param name="Settings">The settings of the connection; null for the app's own connection, whose settings are not known.</param>
internal sealed record RedisConnector(Func<Task<IConnectionMultiplexer>> ConnectAsync, ConfigurationOptions? Settings)
{
    private const int ReconnectAfterMilliseconds = 500;

    /// <summary>Whether this package must dispose the connection.</summary>
    public bool IsOwned => Settings is not null;

    public static RedisConnector To(ConfigurationOptions configuration)
    {
        var own = configuration.Clone();

        // An app can start without Redis, and connects when Redis is available.
        own.AbortOnConnectFail = false;

        // If commands waited for a connection that does not come, requests would wait too.
        own.BacklogPolicy = BacklogPolicy.FailFast;

        // With the default interval, a machine could notice later than the others that Redis is available again.
        own.ReconnectRetryPolicy = new LinearRetry(ReconnectAfterMilliseconds);
        own.ConnectTimeout = Math.Min(own.ConnectTimeout, (int)RedisTimes.Answer.TotalMilliseconds);
        own.AsyncTimeout = Math.Min(own.AsyncTimeout, (int)RedisTimes.Answer.TotalMilliseconds);
        own.SyncTimeout = Math.Min(own.SyncTimeout, (int)RedisTimes.Answer.TotalMilliseconds);
        return new RedisConnector(async () => await ConnectionMultiplexer.ConnectAsync(own), own);
    }

    /// <summary>
    /// Connects once more to find the current reason, because a connection that has been lost keeps reporting the first one.
    /// </summary>
    /// <returns>The reason why the connection fails; null if it succeeds, or if its settings are not known.</returns>
    public async Task<Exception?> WhyNotAsync()
    {
        if (Settings is null)
        {
            return null;
        }

        try
        {
            var once = Settings.Clone();
            once.ConnectRetry = 1;
            await using var connection = await ConnectionMultiplexer.ConnectAsync(once);
            await connection.GetDatabase().PingAsync();
            return null;
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception))
        {
            return exception;
        }
    }

    public static RedisConnector Borrow(Func<Task<IConnectionMultiplexer>> connect) => new(connect, Settings: null);
}
