using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>Everything that this package logs. None of it takes a token, a key, an error of StackExchange.Redis or where Redis is.</summary>
internal static partial class RedisLog
{
    [LoggerMessage(101, LogLevel.Error, "Redis is away. {Reason} Requests that need no refresh go on; those that do are answered 503 store_unreachable until it is back.")]
    public static partial void Away(ILogger logger, string reason);

    [LoggerMessage(102, LogLevel.Warning, "Redis is back after {Outage}.")]
    public static partial void Back(ILogger logger, TimeSpan outage);

    [LoggerMessage(103, LogLevel.Warning, "{Scheme}: what a refresh got could not be written to Redis; it will be as soon as Redis is back.")]
    public static partial void Pending(ILogger logger, string scheme);

    [LoggerMessage(104, LogLevel.Information, "{Scheme}: what a refresh got while Redis was away is written.")]
    public static partial void Written(ILogger logger, string scheme);

    [LoggerMessage(105, LogLevel.Error, "Redis is still away. {Reason}")]
    public static partial void StillAway(ILogger logger, string reason);

    [LoggerMessage(106, LogLevel.Error, "Redis refuses a command. {Reason} Requests that need it are answered 503 store_unreachable.")]
    public static partial void Refused(ILogger logger, string reason);
}
