using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// The hash that stores a remembered session in Redis: its rank, and the encrypted session. The first version had no rank, and a field for each part. It
/// can still be read, and is replaced by this one.
/// </summary>
internal static class RememberedHash
{
    /// <summary>
    /// Writes a session, but only if <see cref="RememberedSession.MayReplace"/> permits it. In the first version, an end without a generation is the end of
    /// all generations. Its ranks are calculated in the same way as <see cref="RememberedSession.Rank"/>.
    /// </summary>
    public const string Write = """
        local there = redis.call('HMGET', KEYS[1], 'rank', 'ended', 'upto', 'next', 'generation')
        local rank = there[1] and tonumber(there[1])
        if not rank then
            if there[2] and not there[3] then rank = 1099511627777
            elseif there[4] then rank = 1099511627776
            elseif there[3] then rank = 2 * tonumber(there[3]) + 1
            elseif there[5] then rank = 2 * tonumber(there[5]) end
        end
        if rank and rank > tonumber(ARGV[2]) then return 0 end
        redis.call('DEL', KEYS[1])
        redis.call('HSET', KEYS[1], 'rank', ARGV[1], 'session', ARGV[3])
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
        return 1
        """;

    /// <summary>The fields whose values <see cref="Read"/> needs.</summary>
    public static readonly RedisValue[] Fields = ["session", "tokens", "ended", "upto", "next"];

    /// <summary>The arguments of <see cref="Write"/>.</summary>
    public static RedisValue[] Arguments(string sessionId, RememberedSession session, TimeSpan keepFor, RememberedSessionFormat format) =>
        [session.Rank, session.ReplacesUpTo, format.Protect(sessionId, session), Math.Max(1, (long)keepFor.TotalMilliseconds)];

    /// <summary>Gets the session, or null if there is none.</summary>
    /// <exception cref="SessionStoreException">It cannot be decrypted.</exception>
    public static RememberedSession? Read(string sessionId, RedisValue[] values, RememberedSessionFormat format) => values switch
    {
        [{ IsNull: false } session, ..] => format.Unprotect(sessionId, session!),
        [_, _, { IsNull: false } ended, { IsNull: true }, _] => RememberedSession.Ended(ended.IsNullOrEmpty ? null : (string?)ended),
        [_, _, { IsNull: false } ended, var upTo, _] => RememberedSession.Refused(ended!, (int)upTo),
        [_, _, _, _, { IsNull: false } next] => RememberedSession.Replaced(next!),
        [_, { IsNull: false } tokens, ..] => format.Unprotect(sessionId, tokens!),
        _ => null,
    };
}
