using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// The Redis that the machines share. Every command ends within <see cref="AnswerTimeout"/>; after one that got no answer, those that follow
/// fail at once, until Redis answers again. All times are the machine's own, since no other clock makes Redis answer.
/// </summary>
internal sealed class SharedRedis : IAsyncDisposable
{
    /// <summary>How long a command may take.</summary>
    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long after an outage no refresh begins: by then every machine that refreshed a session while Redis went away has come back and
    /// written what it got. Another that went first would spend a token that is spent.
    /// </summary>
    public static readonly TimeSpan SettlingTime = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan ProbeEvery = TimeSpan.FromMilliseconds(500);

    private readonly RedisConnector _connector;
    private readonly ILogger<SharedRedis> _logger;
    private readonly Lock _connecting = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationToken _whileAlive;
    private Task<IConnectionMultiplexer>? _connection;
    private long _disturbedAt = long.MinValue;
    private int _isAway;

    public SharedRedis(RedisConnector connector, ILogger<SharedRedis> logger)
    {
        _connector = connector;
        _logger = logger;
        _whileAlive = _ended.Token;
    }

    /// <summary>Whether Redis is known to be away.</summary>
    public bool IsAway => Volatile.Read(ref _isAway) != 0;

    /// <summary>
    /// Whether Redis is away, or was until a moment ago: what was asked of it then may still be on its way to fail.
    /// </summary>
    public bool IsUnsettled => IsAway || UntilSettled > TimeSpan.Zero;

    private TimeSpan UntilSettled => Interlocked.Read(ref _disturbedAt) is var disturbedAt && disturbedAt != long.MinValue
        ? SettlingTime - TimeProvider.System.GetElapsedTime(disturbedAt)
        : TimeSpan.Zero;

    /// <summary>Runs a command.</summary>
    /// <exception cref="SessionStoreException">Redis cannot be reached, does not answer in time, or refuses.</exception>
    public async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> command, CancellationToken cancellationToken)
    {
        var database = await DatabaseAsync(cancellationToken);
        try
        {
            return await command(database).WaitAsync(AnswerTimeout, cancellationToken);
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception))
        {
            throw Failed(exception);
        }
    }

    /// <summary>The database, for what brings time limits of its own.</summary>
    /// <exception cref="SessionStoreException">Redis is away.</exception>
    public async Task<IDatabase> DatabaseAsync(CancellationToken cancellationToken)
    {
        if (IsAway)
        {
            throw new SessionStoreException("Redis is away.");
        }

        try
        {
            var connection = await ConnectionAsync().WaitAsync(AnswerTimeout + AnswerTimeout, cancellationToken);
            return connection.IsConnected ? connection.GetDatabase() : throw Failed(new IOException("There is no connection to Redis."));
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception) && exception is not SessionStoreException)
        {
            throw Failed(exception);
        }
    }

    /// <summary>Notes a failure.</summary>
    /// <returns>What to throw.</returns>
    public SessionStoreException Failed(Exception exception)
    {
        if (!RedisOutage.Is(exception))
        {
            return new SessionStoreException("Redis refused a command.", exception);
        }

        Disturb();
        if (Interlocked.Exchange(ref _isAway, 1) == 0)
        {
            RedisLog.Away(_logger, exception);
            _ = ProbeAsync(_whileAlive);
        }

        return new SessionStoreException("Redis cannot be reached.", exception);
    }

    /// <summary>Waits until every machine has written what it got during the last outage.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (UntilSettled is var left && left > TimeSpan.Zero)
        {
            if (IsAway)
            {
                throw new SessionStoreException("Redis is away.");
            }

            await Task.Delay(left, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _ended.Dispose();
        if (_connector.IsOwned && _connection is { IsCompletedSuccessfully: true } connection)
        {
            await (await connection).DisposeAsync();
        }
    }

    private async Task ProbeAsync(CancellationToken ended)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!ended.IsCancellationRequested)
        {
            await Task.Delay(ProbeEvery, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                var connection = await ConnectionAsync().WaitAsync(AnswerTimeout, CancellationToken.None);
                await connection.GetDatabase().PingAsync().WaitAsync(AnswerTimeout, CancellationToken.None);
                if (!connection.IsConnected)
                {
                    // Answered in the middle of connecting again: the next command would be told that Redis is away once more.
                    continue;
                }

                Disturb();
                Volatile.Write(ref _isAway, 0);
                RedisLog.Back(_logger, TimeProvider.System.GetElapsedTime(began));
                return;
            }
            catch (Exception exception) when (RedisOutage.IsOfRedis(exception))
            {
                // Still away.
            }
        }
    }

    private Task<IConnectionMultiplexer> ConnectionAsync()
    {
        lock (_connecting)
        {
            return _connection is null or { IsFaulted: true } or { IsCanceled: true } ? _connection = ConnectAsync() : _connection;
        }
    }

    private async Task<IConnectionMultiplexer> ConnectAsync()
    {
        // Leave the lock.
        await Task.Yield();
        IConnectionMultiplexer connection;
        try
        {
            connection = await _connector.ConnectAsync();
        }
        catch (Exception exception) when (!RedisOutage.IsOfRedis(exception))
        {
            throw new IOException("The connection to Redis could not be made.", exception);
        }

        // Told also where nothing is being asked: what a machine has missed is what settling is about.
        connection.ConnectionFailed += (_, change) =>
        {
            if (change.ConnectionType == ConnectionType.Interactive)
            {
                Disturb();
            }
        };
        connection.ConnectionRestored += (_, change) =>
        {
            if (change.ConnectionType == ConnectionType.Interactive)
            {
                Disturb();
            }
        };
        return connection;
    }

    private void Disturb() => Interlocked.Exchange(ref _disturbedAt, TimeProvider.System.GetTimestamp());
}
