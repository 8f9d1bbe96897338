using StackExchange.Redis;

namespace DoOAuth;

/// <summary>The connection to Redis: made when it is first asked for, and again where that failed.</summary>
/// <param name="connector">How it is made.</param>
/// <param name="diagnosis">Is told whether it goes to hosts that cannot be meant.</param>
/// <param name="onChange">Called whenever it is lost or restored, also where nothing is being asked.</param>
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

    /// <summary>A command that finds no connection is told what became of it.</summary>
    public static async Task<Exception> WhyNotConnectedAsync(IConnectionMultiplexer connection)
    {
        try
        {
            await connection.GetDatabase().PingAsync().WaitAsync(RedisTimes.Answer);
            return new IOException("The connection is being made.");
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
        // Leave the lock.
        await Task.Yield();
        IConnectionMultiplexer connection;
        try
        {
            connection = await connector.ConnectAsync();
        }
        catch (Exception exception) when (!RedisOutage.IsOfRedis(exception))
        {
            // Without the error: it may hold all that the app wrote of where Redis is.
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
