using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>
/// All log messages of this package. They never contain a token, a key, an exception of StackExchange.Redis, or a connection string.
/// </summary>
internal static partial class RedisLog
{
    [LoggerMessage(101, LogLevel.Error, "Redis is unavailable. {Reason} Requests that do not need a refresh continue. Others get 503 store_unreachable until Redis is available again.")]
    public static partial void Away(ILogger logger, string reason);

    [LoggerMessage(102, LogLevel.Warning, "Redis is available again after {Outage}.")]
    public static partial void Back(ILogger logger, TimeSpan outage);

    [LoggerMessage(103, LogLevel.Warning, "{Scheme}: refreshed tokens could not be written to Redis. They will be written when Redis is available again.")]
    public static partial void Pending(ILogger logger, string scheme);

    [LoggerMessage(104, LogLevel.Information, "{Scheme}: tokens that were refreshed while Redis was unavailable were written.")]
    public static partial void Written(ILogger logger, string scheme);

    [LoggerMessage(105, LogLevel.Error, "Redis is still unavailable. {Reason}")]
    public static partial void StillAway(ILogger logger, string reason);

    [LoggerMessage(106, LogLevel.Error, "Redis rejects a command. {Reason} Requests that need it get 503 store_unreachable.")]
    public static partial void Refused(ILogger logger, string reason);
}
