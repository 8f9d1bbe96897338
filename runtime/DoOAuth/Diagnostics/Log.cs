using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>All log messages of this library. They never contain a token, a code, a secret, or text that the provider sent.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Scheme}: a user signed in.")]
    public static partial void SignedIn(ILogger logger, string scheme);

    [LoggerMessage(2, LogLevel.Warning, "{Scheme}: a sign-in failed: {Reason}.")]
    public static partial void SignInFailed(ILogger logger, string scheme, string reason);

    [LoggerMessage(3, LogLevel.Information, "{Scheme}: a request was rejected: {Reason}.")]
    public static partial void Denied(ILogger logger, string scheme, string reason);

    [LoggerMessage(4, LogLevel.Information, "{Scheme}: a token was refreshed.")]
    public static partial void Refreshed(ILogger logger, string scheme);

    [LoggerMessage(5, LogLevel.Warning, "{Scheme}: a token could not be refreshed: {Reason}.")]
    public static partial void RefreshFailed(ILogger logger, string scheme, string reason);

    [LoggerMessage(6, LogLevel.Information, "{Scheme}: a session ended: {Reason}.")]
    public static partial void SessionEnded(ILogger logger, string scheme, string reason);

    [LoggerMessage(7, LogLevel.Information, "{Scheme}: a token was revoked.")]
    public static partial void Revoked(ILogger logger, string scheme);

    [LoggerMessage(8, LogLevel.Warning, "{Scheme}: a token could not be revoked: {Reason}.")]
    public static partial void RevocationFailed(ILogger logger, string scheme, string reason);

    [LoggerMessage(9, LogLevel.Warning, "{Scheme}: the session store cannot be reached.")]
    public static partial void StoreUnreachable(ILogger logger, string scheme, Exception exception);

    [LoggerMessage(10, LogLevel.Debug, "{Scheme}: the session store cannot be reached. The request continues without it.")]
    public static partial void GoesOnWithoutStore(ILogger logger, string scheme, Exception exception);
}
