using StackExchange.Redis;

namespace DoOAuth;

/// <summary>Tells a Redis that cannot be reached, or does not answer in time, from one that refuses a command.</summary>
internal static class RedisOutage
{
    private static readonly string[] NotServing = ["LOADING", "MASTERDOWN", "CLUSTERDOWN"];

    public static bool Is(Exception exception) => exception switch
    {
        AggregateException several => several.InnerExceptions.All(Is),
        RedisServerException refusal => Array.Exists(NotServing, word => refusal.Message.StartsWith(word, StringComparison.Ordinal)),
        _ => exception is RedisConnectionException or TimeoutException or ObjectDisposedException or IOException,
    };

    /// <summary>Whether it is of Redis's at all.</summary>
    public static bool IsOfRedis(Exception exception) => Is(exception) || exception is RedisException
        || exception is AggregateException several && several.InnerExceptions.All(IsOfRedis);
}
