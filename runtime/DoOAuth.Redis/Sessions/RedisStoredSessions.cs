using System.Globalization;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// Stores whole sessions in Redis, and which sessions each user has. Sessions that this machine has used recently continue here while Redis is
/// unavailable.
/// </summary>
internal sealed class RedisStoredSessions : IStoredSessions, IDisposable
{
    // Only Redis's clock is used, because the clocks of the machines can differ. The index is stored as long as the last session in it.
    private const string AddToIndex = """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
        redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
        redis.call('PEXPIREAT', KEYS[1], redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2])
        return 1
        """;

    private const string ReadIndex = """
        local time = redis.call('TIME')
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', time[1] * 1000 + math.floor(time[2] / 1000))
        return redis.call('ZRANGE', KEYS[1], 0, -1)
        """;

    private readonly string _scheme;
    private readonly SharedRedis _redis;
    private readonly RedisKeyNames _names;
    private readonly SeenSessions _seen;
    private readonly PendingWrites<StoredSession> _pending;
    private readonly ILogger<RedisStoredSessions> _logger;

    public RedisStoredSessions(
        DigitalOceanApplication application, SharedRedis redis, RedisKeyNames names, TimeProvider time, ILogger<RedisStoredSessions> logger)
    {
        _scheme = application.Scheme;
        _redis = redis;
        _names = names;
        _seen = new SeenSessions(time);
        _pending = new PendingWrites<StoredSession>(WritePendingAsync, redis, time);
        _logger = logger;
    }

    public async ValueTask AddAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        if (keepFor <= TimeSpan.Zero)
        {
            return;
        }

        // First, so that signing a user out everywhere finds every session that is stored.
        await AddToIndexAsync(sessionId, session, keepFor, cancellationToken);
        await _redis.RunAsync(
            database => database.StringSetAsync(_names.Session(sessionId), StoredSessionSerializer.Serialize(session), keepFor), cancellationToken);
        _seen.See(sessionId, session);
    }

    public async ValueTask<bool> ReplaceAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        if (keepFor <= TimeSpan.Zero)
        {
            return false;
        }

        try
        {
            var wasThere = await WriteAsync(sessionId, session, keepFor, cancellationToken);
            if (wasThere)
            {
                _seen.See(sessionId, session);
            }

            return wasThere;
        }
        catch (SessionStoreException)
        {
            _pending.Add(sessionId, session, keepFor);
            RedisLog.Pending(_logger, _scheme);
            return true;
        }
    }

    public async ValueTask<StoredSession?> FindAsync(string sessionId, CancellationToken cancellationToken)
    {
        var pending = _pending.Find(sessionId);
        try
        {
            var value = await _redis.RunAsync(database => database.StringGetAsync(_names.Session(sessionId)), cancellationToken);
            if (value.IsNull)
            {
                _seen.Remove(sessionId);
                return null;
            }

            var there = StoredSessionSerializer.Deserialize(value!);
            _seen.See(sessionId, there);
            return pending ?? there;
        }
        catch (SessionStoreException) when ((pending ?? _seen.Find(sessionId)) is not null)
        {
            return pending ?? _seen.Find(sessionId);
        }
    }

    public async ValueTask RemoveAsync(string sessionId, CancellationToken cancellationToken)
    {
        var value = await _redis.RunAsync(database => database.StringGetDeleteAsync(_names.Session(sessionId)), cancellationToken);
        _pending.Remove(sessionId);
        _seen.Remove(sessionId);
        if (!value.IsNull)
        {
            var index = _names.SessionsOf(StoredSessionSerializer.Deserialize(value!).UserUuid);
            await _redis.RunAsync(database => database.SortedSetRemoveAsync(index, sessionId), cancellationToken);
        }
    }

    public async ValueTask<IReadOnlyList<string>> FindAllOfAsync(string userUuid, CancellationToken cancellationToken)
    {
        var ids = await _redis.RunAsync(database => database.ScriptEvaluateAsync(ReadIndex, [_names.SessionsOf(userUuid)]), cancellationToken);
        return [.. ((RedisValue[]?)ids ?? []).Select(id => id.ToString())];
    }

    public void Dispose()
    {
        _pending.Dispose();
        _seen.Dispose();
    }

    private async Task WritePendingAsync(string sessionId, StoredSession session, TimeSpan keepFor)
    {
        await WriteAsync(sessionId, session, keepFor, CancellationToken.None);
        RedisLog.Written(_logger, _scheme);
    }

    private async Task<bool> WriteAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        var wasThere = await _redis.RunAsync(
            database => database.StringSetAsync(_names.Session(sessionId), StoredSessionSerializer.Serialize(session), keepFor, When.Exists), cancellationToken);
        if (wasThere)
        {
            await AddToIndexAsync(sessionId, session, keepFor, cancellationToken);
        }

        return wasThere;
    }

    private Task<RedisResult> AddToIndexAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken) => _redis.RunAsync(
        database => database.ScriptEvaluateAsync(
            AddToIndex,
            [_names.SessionsOf(session.UserUuid)],
            [sessionId, ((long)Math.Ceiling(keepFor.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture)]),
        cancellationToken);
}
