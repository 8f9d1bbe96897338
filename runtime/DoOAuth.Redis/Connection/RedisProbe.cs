using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// Finds out whether Redis accepts writes. A PING is not enough, because replicas respond to it too. If Redis does not accept writes, the connection
/// reads the roles of its servers again, which it otherwise does once a minute.
/// </summary>
internal sealed class RedisProbe(RedisKeyNames names)
{
    /// <summary>How long the written keys are stored.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    // In a cluster, a key is on one server only. This many keys reach every server of a small cluster.
    private const int KeysOnCluster = 16;

    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMilliseconds(50);

    /// <summary>Writes the keys.</summary>
    /// <returns>The reason of the failure; null if it succeeded.</returns>
    public async Task<Exception?> TryAsync(IConnectionMultiplexer connection)
    {
        var failure = await TryWriteAsync(connection);
        if (failure is null || !connection.IsConnected)
        {
            return failure;
        }

        // Each role is known as soon as its server has responded. The call also waits for servers that are down.
        var configuring = Task.WhenAny(connection.ConfigureAsync(), Task.Delay(RedisTimes.Answer));
        while (failure is not null && !configuring.IsCompleted)
        {
            await Task.WhenAny(configuring, Task.Delay(TryAgainAfter));
            failure = await TryWriteAsync(connection);
        }

        return failure;
    }

    private async Task<Exception?> TryWriteAsync(IConnectionMultiplexer connection)
    {
        try
        {
            var database = connection.GetDatabase();
            var count = IsCluster(connection) ? KeysOnCluster : 1;
            await Task.WhenAll(Enumerable.Range(0, count).Select(number => database.StringSetAsync(names.Probe(number), number, KeptFor)))
                .WaitAsync(RedisTimes.Answer);

            // The response came while the connection was being restored. The next command would find Redis unavailable again.
            return connection.IsConnected ? null : new IOException("The connection is not established yet.");
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception))
        {
            return exception;
        }
    }

    private static bool IsCluster(IConnectionMultiplexer connection) =>
        connection.GetServers().Any(static server => server is { IsConnected: true, ServerType: ServerType.Cluster });
}
