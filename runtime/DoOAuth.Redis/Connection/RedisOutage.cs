using StackExchange.Redis;

namespace DoOAuth;

/// <summary>Tells a Redis that cannot be reached, does not answer in time or takes no writes for now, from one that refuses a command.</summary>
internal static class RedisOutage
{
    public static bool Is(Exception exception) => exception switch
    {
        AggregateException several => several.InnerExceptions.All(Is),
        RedisServerException refusal => IsNotServing(refusal.Kind),
        _ => exception is RedisConnectionException or TimeoutException or ObjectDisposedException or IOException,
    };

    /// <summary>Whether it is of Redis's at all.</summary>
    public static bool IsOfRedis(Exception exception) => Is(exception) || exception is RedisException or RedisCommandException
        || exception is AggregateException several && several.InnerExceptions.All(IsOfRedis);

    // Those of a failover among them: who was the master is a replica now, or who takes its place is not there yet.
    private static bool IsNotServing(RedisErrorKind kind) => kind is RedisErrorKind.Loading or RedisErrorKind.MasterDown or RedisErrorKind.ClusterDown
        or RedisErrorKind.ReadOnly or RedisErrorKind.TryAgain or RedisErrorKind.NoReplicas or RedisErrorKind.Busy or RedisErrorKind.MaxClients
        or RedisErrorKind.Moved or RedisErrorKind.Ask or RedisErrorKind.UnknownRedirectTarget or RedisErrorKind.NoAuth or RedisErrorKind.WrongPass
        or RedisErrorKind.ConnectionFault or RedisErrorKind.Timeout;
}
