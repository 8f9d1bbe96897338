using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// Finds out whether Redis takes writes, which a PING does not tell: a replica answers it too. Where it takes none, the connection looks at
/// the roles of its servers again: by itself it does so once a minute.
/// </summary>
internal sealed class RedisProbe(RedisKeyNames names)
{
    /// <summary>How long what it writes stays.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    // On a cluster, what is written goes to one server only. So many keys leave none of a few servers out.
    private const int KeysOnCluster = 16;

    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMilliseconds(50);

    /// <summary>Writes.</summary>
    /// <returns>The reason of the failure; null if it succeeded.</returns>
    public async Task<Exception?> TryAsync(IConnectionMultiplexer connection)
    {
        var failure = await TryWriteAsync(connection);
        if (failure is null || !connection.IsConnected)
        {
            return failure;
        }

        // It knows each role as soon as that server has answered, and goes on waiting for those that are gone.
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

            // Answered in the middle of connecting again: the next command would be told that Redis is away once more.
            return connection.IsConnected ? null : new IOException("The connection is being made.");
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception))
        {
            return exception;
        }
    }

    private static bool IsCluster(IConnectionMultiplexer connection) =>
        connection.GetServers().Any(static server => server is { IsConnected: true, ServerType: ServerType.Cluster });
}
