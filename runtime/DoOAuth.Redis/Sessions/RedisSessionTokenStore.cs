using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// Remembers refreshed tokens and ended sessions for all machines. A session is one hash in Redis, which only a script changes, so that a late
/// write cannot overwrite a newer one.
/// </summary>
internal sealed class RedisSessionTokenStore : ISessionTokenStore, IDisposable
{
    private readonly string _scheme;
    private readonly SharedRedis _redis;
    private readonly RedisKeyNames _names;
    private readonly RememberedSessionFormat _format;
    private readonly PendingWrites<RememberedSession> _pending;
    private readonly ILogger<RedisSessionTokenStore> _logger;

    public RedisSessionTokenStore(
        DigitalOceanApplication application,
        SharedRedis redis,
        RedisKeyNames names,
        RememberedSessionFormat format,
        TimeProvider time,
        ILogger<RedisSessionTokenStore> logger)
    {
        _scheme = application.Scheme;
        _redis = redis;
        _names = names;
        _format = format;
        _pending = new PendingWrites<RememberedSession>(WritePendingAsync, redis, time);
        _logger = logger;
    }

    /// <summary>Completes when refreshed tokens are written; null if none are pending.</summary>
    public Task? WrittenAsync(string sessionId) => _pending.WrittenAsync(sessionId);

    public async ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken)
    {
        var pending = _pending.Find(sessionId);
        RedisValue[] values;
        try
        {
            values = await _redis.RunAsync(database => database.HashGetAsync(_names.Tokens(sessionId), RememberedHash.Fields), cancellationToken);
        }
        catch (SessionStoreException) when (pending is not null)
        {
            // No machine has anything newer, because a refresh requires the lock, which is in Redis too.
            return pending;
        }

        var there = RememberedHash.Read(sessionId, values, _format);
        return pending is not null && pending.MayReplace(there) ? pending : there;
    }

    public async ValueTask WriteAsync(string sessionId, RememberedSession session, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        try
        {
            await WriteNowAsync(sessionId, session, keepFor, cancellationToken);
        }
        catch (SessionStoreException) when (session.HoldsTokens)
        {
            _pending.Add(sessionId, session, keepFor);
            RedisLog.Pending(_logger, _scheme);
            return;
        }

        if (_pending.Find(sessionId) is { } pending && !pending.MayReplace(session))
        {
            _pending.Remove(sessionId);
        }
    }

    public void Dispose() => _pending.Dispose();

    private async Task WritePendingAsync(string sessionId, RememberedSession session, TimeSpan keepFor)
    {
        await WriteNowAsync(sessionId, session, keepFor, CancellationToken.None);
        RedisLog.Written(_logger, _scheme);
    }

    private async Task WriteNowAsync(string sessionId, RememberedSession session, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        var arguments = RememberedHash.Arguments(sessionId, session, keepFor, _format);
        await _redis.RunAsync(
            database => database.ScriptEvaluateAsync(RememberedHash.Write, [_names.Tokens(sessionId)], arguments), cancellationToken);
    }
}
