using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>Everything that this package logs. None of it takes a token, a key or where Redis is.</summary>
internal static partial class RedisLog
{
    [LoggerMessage(101, LogLevel.Error, "Redis is away. Requests that need no refresh go on; those that do are answered 503 store_unreachable until it is back.")]
    public static partial void Away(ILogger logger, Exception exception);

    [LoggerMessage(102, LogLevel.Warning, "Redis is back after {Outage}.")]
    public static partial void Back(ILogger logger, TimeSpan outage);

    [LoggerMessage(103, LogLevel.Warning, "{Scheme}: what a refresh got could not be written to Redis; it will be as soon as Redis is back.")]
    public static partial void Pending(ILogger logger, string scheme);

    [LoggerMessage(104, LogLevel.Information, "{Scheme}: what a refresh got while Redis was away is written.")]
    public static partial void Written(ILogger logger, string scheme);
}
