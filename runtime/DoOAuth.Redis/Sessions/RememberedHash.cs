using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// The hash in which Redis holds what is remembered of a session: its rank, and the session encrypted. The first form, without a rank, had a field for each
/// part. It is still read, and gives way to this one.
/// </summary>
internal static class RememberedHash
{
    /// <summary>
    /// Writes a session, only where <see cref="RememberedSession.MayReplace"/> permits it. In the first form, an end without a generation is one of all
    /// generations: its ranks are worked out as <see cref="RememberedSession.Rank"/> does.
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

    /// <summary>What <see cref="Read"/> is given the values of.</summary>
    public static readonly RedisValue[] Fields = ["session", "tokens", "ended", "upto", "next"];

    /// <summary>The arguments of <see cref="Write"/>.</summary>
    public static RedisValue[] Arguments(string sessionId, RememberedSession session, TimeSpan keepFor, RememberedSessionFormat format) =>
        [session.Rank, session.ReplacesUpTo, format.Protect(sessionId, session), Math.Max(1, (long)keepFor.TotalMilliseconds)];

    /// <summary>The session, or null where there is none.</summary>
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
