using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// Remembers refreshed tokens, encrypted, and ended sessions for all machines. A session is one hash in Redis, changed by scripts alone, so
/// that no late write takes the place of a later one.
/// </summary>
internal sealed class RedisSessionTokenStore : ISessionTokenStore, IDisposable
{
    private const string Tokens = "tokens";
    private const string Kept = "kept";
    private const string Ended = "ended";

    // The rule of RememberedSession.MayReplace.
    private const string Remember = """
        if redis.call('HEXISTS', KEYS[1], 'ended') == 1 then return 0 end
        local there = redis.call('HGET', KEYS[1], 'generation')
        if there and tonumber(there) > tonumber(ARGV[1]) then return 0 end
        redis.call('HSET', KEYS[1], 'generation', ARGV[1], 'tokens', ARGV[2], 'kept', ARGV[3])
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
        return 1
        """;

    private const string End = """
        if redis.call('HEXISTS', KEYS[1], 'ended') == 1 then return 0 end
        redis.call('DEL', KEYS[1])
        redis.call('HSET', KEYS[1], 'ended', ARGV[1])
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        return 1
        """;

    private static readonly RedisValue[] Fields = [Tokens, Kept, Ended];

    private readonly string _scheme;
    private readonly SharedRedis _redis;
    private readonly RedisKeyNames _names;
    private readonly IDataProtector _protector;
    private readonly PendingWrites<RememberedSession> _pending;
    private readonly ILogger<RedisSessionTokenStore> _logger;

    public RedisSessionTokenStore(
        DigitalOceanApplication application,
        SharedRedis redis,
        RedisKeyNames names,
        ApplicationKeys keys,
        TimeProvider time,
        ILogger<RedisSessionTokenStore> logger)
    {
        _scheme = application.Scheme;
        _redis = redis;
        _names = names;
        _protector = keys.For("DoOAuth.RememberedTokens");
        _pending = new PendingWrites<RememberedSession>(WritePendingAsync, redis, time);
        _logger = logger;
    }

    /// <summary>When what a refresh got is written; null where nothing is pending.</summary>
    public Task? WrittenAsync(string sessionId) => _pending.WrittenAsync(sessionId);

    public async ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken)
    {
        var pending = _pending.Find(sessionId);
        RedisValue[] values;
        try
        {
            values = await _redis.RunAsync(database => database.HashGetAsync(_names.Tokens(sessionId), Fields), cancellationToken);
        }
        catch (SessionStoreException) when (pending is not null)
        {
            // Nobody has anything later: refreshing takes the lock, and that is in Redis too.
            return pending;
        }

        var there = Read(sessionId, values);
        return pending is not null && pending.MayReplace(there) ? pending : there;
    }

    public async ValueTask RememberAsync(string sessionId, SessionTokens tokens, bool isKept, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        var session = RememberedSession.Of(tokens, isKept);
        try
        {
            await WriteAsync(sessionId, session, keepFor, cancellationToken);
        }
        catch (SessionStoreException)
        {
            _pending.Add(sessionId, session, keepFor);
            RedisLog.Pending(_logger, _scheme);
        }
    }

    public async ValueTask EndAsync(string sessionId, string? reason, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        await _redis.RunAsync(
            database => database.ScriptEvaluateAsync(End, [_names.Tokens(sessionId)], [reason ?? "", Milliseconds(keepFor)]), cancellationToken);
        _pending.Remove(sessionId);
    }

    public void Dispose() => _pending.Dispose();

    private async Task WritePendingAsync(string sessionId, RememberedSession session, TimeSpan keepFor)
    {
        await WriteAsync(sessionId, session, keepFor, CancellationToken.None);
        RedisLog.Written(_logger, _scheme);
    }

    private async Task WriteAsync(string sessionId, RememberedSession session, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        var tokens = session.Tokens!;
        await _redis.RunAsync(
            database => database.ScriptEvaluateAsync(
                Remember,
                [_names.Tokens(sessionId)],
                [tokens.Generation, Protect(sessionId, tokens), session.IsKept, Milliseconds(keepFor)]),
            cancellationToken);
    }

    private RememberedSession? Read(string sessionId, RedisValue[] values)
    {
        var (tokens, isKept, ended) = (values[0], values[1], values[2]);
        if (!ended.IsNull)
        {
            return RememberedSession.Ended(ended.IsNullOrEmpty ? null : (string?)ended);
        }

        return tokens.IsNull ? null : RememberedSession.Of(Unprotect(sessionId, tokens!), (bool)isKept);
    }

    // With the session's id: who can write to Redis must not be able to hand one session's tokens to another.
    private byte[] Protect(string sessionId, SessionTokens tokens) =>
        _protector.Protect([.. Encoding.ASCII.GetBytes(sessionId), .. SessionTokensSerializer.Serialize(tokens)]);

    private SessionTokens Unprotect(string sessionId, byte[] bytes)
    {
        try
        {
            var plain = _protector.Unprotect(bytes);
            var id = Encoding.ASCII.GetBytes(sessionId);
            if (plain.AsSpan().StartsWith(id) && SessionTokensSerializer.Deserialize(plain[id.Length..]) is { } tokens)
            {
                return tokens;
            }
        }
        catch (Exception exception) when (exception is CryptographicException or EndOfStreamException)
        {
            throw Unreadable(exception);
        }

        throw Unreadable(null);
    }

    // Not taken for nothing: the cookie's own refresh token is spent by now, and to use it would sign the user out.
    private static SessionStoreException Unreadable(Exception? exception) => new(
        "What Redis remembers of a session cannot be decrypted here: the machines do not share their data protection keys and application name.", exception);

    private static long Milliseconds(TimeSpan keepFor) => Math.Max(1, (long)keepFor.TotalMilliseconds);
}
