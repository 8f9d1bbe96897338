using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// The Redis that the machines share. Every command ends within <see cref="RedisTimes.Answer"/>; after one that got no answer, those that follow
/// fail at once, until Redis answers again. All times are the machine's own, since no other clock makes Redis answer.
/// </summary>
internal sealed class SharedRedis : IAsyncDisposable
{
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromMilliseconds(300);

    // How often a connection is made only to see why there is none.
    private static readonly TimeSpan LookCloserEvery = TimeSpan.FromSeconds(5);

    // Each reason once in this time: every request would tell it again.
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

    /// <summary>Whether Redis is known to be away.</summary>
    public bool IsAway => Volatile.Read(ref _isAway) != 0;

    /// <summary>
    /// Whether Redis is away, or was until a moment ago: what was asked of it then may still be on its way to fail.
    /// </summary>
    public bool IsUnsettled => IsAway || UntilSettled > TimeSpan.Zero;

    private TimeSpan UntilSettled => Interlocked.Read(ref _disturbedAt) is var disturbedAt && disturbedAt != long.MinValue
        ? RedisTimes.Settling - TimeProvider.System.GetElapsedTime(disturbedAt)
        : TimeSpan.Zero;

    /// <summary>Begins to connect, for as long as that takes.</summary>
    public async Task ConnectAsync(CancellationToken cancellationToken) =>
        await ((Task)_connection.GetAsync()).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Runs a command.</summary>
    /// <exception cref="SessionStoreException">Redis cannot be reached, does not answer in time, or refuses.</exception>
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
            var connection = await _connection.GetAsync().WaitAsync(RedisTimes.Answer + RedisTimes.Answer, cancellationToken);
            return connection.IsConnected ? connection.GetDatabase() : throw Failed(await RedisConnection.WhyNotConnectedAsync(connection));
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception) && exception is not SessionStoreException)
        {
            throw Failed(exception);
        }
    }

    /// <summary>Notes a failure, and says why in the log.</summary>
    /// <returns>What to throw. It does not keep the failure, which may name keys and hosts.</returns>
    public SessionStoreException Failed(Exception exception)
    {
        var why = _diagnosis.Of(exception);
        if (!RedisOutage.Is(exception))
        {
            TellRefusal(why);
            return new SessionStoreException($"Redis refused a command. {why.Sentence}");
        }

        Disturb();
        if (Interlocked.Exchange(ref _isAway, 1) == 0)
        {
            RedisLog.Away(_logger, why.Sentence);
            _ = ProbeAsync(why, _whileAlive);
        }

        return new SessionStoreException($"Redis cannot be reached. {why.Sentence}");
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

    // What a machine has missed is what settling is about.
    private void Disturb() => Interlocked.Exchange(ref _disturbedAt, TimeProvider.System.GetTimestamp());
}
