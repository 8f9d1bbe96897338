using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// The Redis that the machines share. Every command ends within <see cref="RedisTimes.Answer"/>. After a command without a response, the next ones
/// fail immediately, until Redis responds again. All times are the machine's own, because no other clock makes Redis respond.
/// </summary>
internal sealed class SharedRedis : IAsyncDisposable
{
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromMilliseconds(300);

    // How often a connection is created only to find out why there is none.
    private static readonly TimeSpan LookCloserEvery = TimeSpan.FromSeconds(5);

    // Each reason is logged once in this time, because every request would log it again.
    private static readonly TimeSpan TellRefusalEvery = TimeSpan.FromMinutes(1);

    private readonly RedisConnector _connector;
    private readonly RedisDiagnosis _diagnosis;
    private readonly RedisConnection _connection;
    private readonly RedisProbe _probe;
    private readonly ILogger<SharedRedis> _logger;
    private readonly ConcurrentDictionary<RedisFailure, long> _refusals = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationToken _whileAlive;
    private long _disturbedAt = long.MinValue;
    private int _isAway;

    public SharedRedis(RedisConnector connector, RedisKeyNames names, ILogger<SharedRedis> logger)
    {
        _connector = connector;
        _diagnosis = new RedisDiagnosis(connector.Settings);
        _connection = new RedisConnection(connector, _diagnosis, Disturb);
        _probe = new RedisProbe(names);
        _logger = logger;
        _whileAlive = _ended.Token;
    }

    /// <summary>Whether Redis is known to be unavailable.</summary>
    public bool IsAway => Volatile.Read(ref _isAway) != 0;

    /// <summary>
    /// Whether Redis is unavailable, or was until a moment ago. Commands that were sent at that time can still fail.
    /// </summary>
    public bool IsUnsettled => IsAway || UntilSettled > TimeSpan.Zero;

    private TimeSpan UntilSettled => Interlocked.Read(ref _disturbedAt) is var disturbedAt && disturbedAt != long.MinValue
        ? RedisTimes.Settling - TimeProvider.System.GetElapsedTime(disturbedAt)
        : TimeSpan.Zero;

    /// <summary>Starts to connect, and does not give up.</summary>
    public async Task ConnectAsync(CancellationToken cancellationToken) =>
        await ((Task)_connection.GetAsync()).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Runs a command.</summary>
    /// <exception cref="SessionStoreException">Redis cannot be reached, does not respond in time, or rejects the command.</exception>
    public async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> command, CancellationToken cancellationToken)
    {
        var database = await DatabaseAsync(cancellationToken);
        try
        {
            var answer = await command(database).WaitAsync(RedisTimes.Answer, cancellationToken);
            _diagnosis.HasAnswered = true;
            return answer;
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception))
        {
            throw Failed(exception);
        }
    }

    /// <summary>Gets the database, for callers with their own time limits.</summary>
    /// <exception cref="SessionStoreException">Redis is unavailable.</exception>
    public async Task<IDatabase> DatabaseAsync(CancellationToken cancellationToken)
    {
        if (IsAway)
        {
            throw new SessionStoreException("Redis is unavailable.");
        }

        try
        {
            var connection = await _connection.GetAsync().WaitAsync(RedisTimes.Answer + RedisTimes.Answer, cancellationToken);
            return connection.IsConnected ? connection.GetDatabase() : throw Failed(await RedisConnection.WhyNotConnectedAsync(connection));
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception) && exception is not SessionStoreException)
        {
            throw Failed(exception);
        }
    }

    /// <summary>Records a failure, and logs the reason.</summary>
    /// <returns>The exception to throw. It does not contain the failure, which can name keys and hosts.</returns>
    public SessionStoreException Failed(Exception exception)
    {
        var why = _diagnosis.Of(exception);
        if (!RedisOutage.Is(exception))
        {
            TellRefusal(why);
            return new SessionStoreException($"Redis rejected a command. {why.Sentence}");
        }

        Disturb();
        if (Interlocked.Exchange(ref _isAway, 1) == 0)
        {
            RedisLog.Away(_logger, why.Sentence);
            _ = ProbeAsync(why, _whileAlive);
        }

        return new SessionStoreException($"Redis cannot be reached. {why.Sentence}");
    }

    /// <summary>Waits until every machine has written the tokens that it got during the last outage.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (UntilSettled is var left && left > TimeSpan.Zero)
        {
            if (IsAway)
            {
                throw new SessionStoreException("Redis is unavailable.");
            }

            await Task.Delay(left, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _ended.Dispose();
        await _connection.DisposeAsync();
    }

    private async Task ProbeAsync(RedisFailure known, CancellationToken ended)
    {
        var began = TimeProvider.System.GetTimestamp();
        var told = new HashSet<RedisFailure> { known };
        var looked = began;
        while (!ended.IsCancellationRequested)
        {
            if (await WhyAwayAsync() is not { } exception)
            {
                _diagnosis.HasAnswered = true;
                Disturb();
                Volatile.Write(ref _isAway, 0);
                RedisLog.Back(_logger, TimeProvider.System.GetElapsedTime(began));
                return;
            }

            if (TimeProvider.System.GetElapsedTime(looked) > LookCloserEvery)
            {
                exception = await _connector.WhyNotAsync() ?? exception;
                looked = TimeProvider.System.GetTimestamp();
            }

            if (_diagnosis.Of(exception) is var why && told.Add(why))
            {
                RedisLog.StillAway(_logger, why.Sentence);
            }

            await Task.Delay(ProbeEvery, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Exception?> WhyAwayAsync()
    {
        try
        {
            return await _probe.TryAsync(await _connection.GetAsync().WaitAsync(RedisTimes.Answer, CancellationToken.None));
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception))
        {
            return exception;
        }
    }

    private void TellRefusal(RedisFailure why)
    {
        var now = TimeProvider.System.GetTimestamp();
        if (!_refusals.TryGetValue(why, out var told) || TimeProvider.System.GetElapsedTime(told, now) > TellRefusalEvery)
        {
            _refusals[why] = now;
            RedisLog.Refused(_logger, why.Sentence);
        }
    }

    // Settling is about writes that a machine could not make.
    private void Disturb() => Interlocked.Exchange(ref _disturbedAt, TimeProvider.System.GetTimestamp());
}
