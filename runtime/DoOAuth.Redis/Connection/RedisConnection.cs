using StackExchange.Redis;

namespace DoOAuth;

/// <summary>The connection to Redis. It is created when it is first needed, and again if that failed.</summary>
/// <param name="connector">Creates the connection.</param>
/// <param name="diagnosis">Records whether the connection uses hosts that are not valid.</param>
/// <param name="onChange">Called whenever the connection is lost or restored, even if no command is running.</param>
internal sealed class RedisConnection(RedisConnector connector, RedisDiagnosis diagnosis, Action onChange) : IAsyncDisposable
{
    private readonly Lock _connecting = new();
    private Task<IConnectionMultiplexer>? _connection;

    public Task<IConnectionMultiplexer> GetAsync()
    {
        lock (_connecting)
        {
            return _connection is null or { IsFaulted: true } or { IsCanceled: true } ? _connection = MakeAsync() : _connection;
        }
    }

    /// <summary>Finds out why there is no connection, for a command that needs one.</summary>
    public static async Task<Exception> WhyNotConnectedAsync(IConnectionMultiplexer connection)
    {
        try
        {
            await connection.GetDatabase().PingAsync().WaitAsync(RedisTimes.Answer);
            return new IOException("The connection is not established yet.");
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception))
        {
            return exception;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connector.IsOwned && _connection is { IsCompletedSuccessfully: true } connection)
        {
            await (await connection).DisposeAsync();
        }
    }

    private async Task<IConnectionMultiplexer> MakeAsync()
    {
        // Continue outside of the lock.
        await Task.Yield();
        IConnectionMultiplexer connection;
        try
        {
            connection = await connector.ConnectAsync();
        }
        catch (Exception exception) when (!RedisOutage.IsOfRedis(exception))
        {
            // Without the exception, because it can contain the app's whole connection string.
            throw new RedisFactoryException();
        }

        diagnosis.IsMisread = !connection.GetEndPoints(configuredOnly: true).All(RedisHost.CanBeMeant);
        connection.ConnectionFailed += OnChange;
        connection.ConnectionRestored += OnChange;
        return connection;
    }

    private void OnChange(object? sender, ConnectionFailedEventArgs change)
    {
        if (change.ConnectionType == ConnectionType.Interactive)
        {
            onChange();
        }
    }
}
