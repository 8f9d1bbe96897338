using StackExchange.Redis;

namespace DoOAuth;

/// <summary>Makes the connection to Redis, or borrows the app's.</summary>
/// <param name="ConnectAsync">Connects.</param>
/// <param name="Settings">How, where that is known: of a borrowed connection it is not.</param>
internal sealed record RedisConnector(Func<Task<IConnectionMultiplexer>> ConnectAsync, ConfigurationOptions? Settings)
{
    private const int ReconnectAfterMilliseconds = 500;

    /// <summary>Whether the connection ends with its user here.</summary>
    public bool IsOwned => Settings is not null;

    public static RedisConnector To(ConfigurationOptions configuration)
    {
        var own = configuration.Clone();

        // An app starts without Redis, and finds it when it comes.
        own.AbortOnConnectFail = false;

        // Commands that wait for a connection in vain would keep requests waiting with them.
        own.BacklogPolicy = BacklogPolicy.FailFast;

        // At the usual pace, a machine could miss the moment at which the others go on.
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
