using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// Distinguishes outages, in which Redis cannot be reached, does not respond in time or does not accept writes, from rejected commands.
/// </summary>
internal static class RedisOutage
{
    public static bool Is(Exception exception) => exception switch
    {
        AggregateException several => several.InnerExceptions.All(Is),
        RedisServerException refusal => IsNotServing(refusal.Kind),
        _ => exception is RedisConnectionException or TimeoutException or ObjectDisposedException or IOException,
    };

    /// <summary>Whether the exception comes from Redis.</summary>
    public static bool IsOfRedis(Exception exception) => Is(exception) || exception is RedisException or RedisCommandException
        || exception is AggregateException several && several.InnerExceptions.All(IsOfRedis);

    // This includes a failover: the old master is now a replica, or the new master is not available yet.
    private static bool IsNotServing(RedisErrorKind kind) => kind is RedisErrorKind.Loading or RedisErrorKind.MasterDown or RedisErrorKind.ClusterDown
        or RedisErrorKind.ReadOnly or RedisErrorKind.TryAgain or RedisErrorKind.NoReplicas or RedisErrorKind.Busy or RedisErrorKind.MaxClients
        or RedisErrorKind.Moved or RedisErrorKind.Ask or RedisErrorKind.UnknownRedirectTarget or RedisErrorKind.NoAuth or RedisErrorKind.WrongPass
        or RedisErrorKind.ConnectionFault or RedisErrorKind.Timeout;
}
