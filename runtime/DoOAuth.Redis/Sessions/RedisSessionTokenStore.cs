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
    private const string EndedUpTo = "upto";
    private const string ReplacedBy = "next";

    // The scripts hold to the rule of RememberedSession.MayReplace. An end without a generation is one of all generations.
    private const string ReadRule = """
        local there = redis.call('HMGET', KEYS[1], 'ended', 'upto', 'next', 'generation')
        local isOver = there[1] and not there[2]
        local upTo = there[2] and tonumber(there[2])
        local generation = there[4] and tonumber(there[4])

        """;

    private const string Remember = ReadRule + """
        if isOver or there[3] then return 0 end
        if upTo and upTo >= tonumber(ARGV[1]) then return 0 end
        if generation and generation > tonumber(ARGV[1]) then return 0 end
        redis.call('HDEL', KEYS[1], 'ended', 'upto')
        redis.call('HSET', KEYS[1], 'generation', ARGV[1], 'tokens', ARGV[2], 'kept', ARGV[3])
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
        return 1
        """;

    private const string Refuse = ReadRule + """
        if isOver or there[3] then return 0 end
        if upTo and upTo >= tonumber(ARGV[2]) then return 0 end
        if generation and generation > tonumber(ARGV[2]) then return 0 end
        redis.call('DEL', KEYS[1])
        redis.call('HSET', KEYS[1], 'ended', ARGV[1], 'upto', ARGV[2])
        redis.call('PEXPIRE', KEYS[1], ARGV[3])
        return 1
        """;

    private const string End = ReadRule + """
        if isOver then return 0 end
        redis.call('DEL', KEYS[1])
        redis.call('HSET', KEYS[1], 'ended', ARGV[1])
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        return 1
        """;

    private const string Replace = ReadRule + """
        if isOver then return 0 end
        redis.call('DEL', KEYS[1])
        redis.call('HSET', KEYS[1], 'next', ARGV[1])
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        return 1
        """;

    private static readonly RedisValue[] Fields = [Tokens, Kept, Ended, EndedUpTo, ReplacedBy];

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

    public async ValueTask RefuseAsync(string sessionId, string reason, int generation, TimeSpan keepFor, CancellationToken cancellationToken) =>
        await RunAsync(Refuse, sessionId, [reason, generation, Milliseconds(keepFor)], cancellationToken);

    public async ValueTask EndAsync(string sessionId, string? reason, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        await RunAsync(End, sessionId, [reason ?? "", Milliseconds(keepFor)], cancellationToken);
        _pending.Remove(sessionId);
    }

    public async ValueTask ReplaceAsync(string sessionId, string bySessionId, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        await RunAsync(Replace, sessionId, [bySessionId, Milliseconds(keepFor)], cancellationToken);
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
        await RunAsync(Remember, sessionId, [tokens.Generation, Protect(sessionId, tokens), session.IsKept, Milliseconds(keepFor)], cancellationToken);
    }

    private Task<RedisResult> RunAsync(string script, string sessionId, RedisValue[] arguments, CancellationToken cancellationToken) =>
        _redis.RunAsync(database => database.ScriptEvaluateAsync(script, [_names.Tokens(sessionId)], arguments), cancellationToken);

    private RememberedSession? Read(string sessionId, RedisValue[] values)
    {
        if (values is not [var tokens, var isKept, var ended, var endedUpTo, var replacedBy])
        {
            return null;
        }

        if (!ended.IsNull)
        {
            var reason = ended.IsNullOrEmpty ? null : (string?)ended;
            return endedUpTo.IsNull ? RememberedSession.Ended(reason) : RememberedSession.Refused(reason ?? FailureReasons.InvalidGrant, (int)endedUpTo);
        }

        if (!replacedBy.IsNull)
        {
            return RememberedSession.Replaced(replacedBy!);
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
