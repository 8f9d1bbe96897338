using System.Net.Sockets;
using System.Security.Authentication;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// Determines from StackExchange.Redis's exceptions why something failed. The exceptions themselves are neither kept nor logged, because they name
/// keys, and if an address was taken for a host name, that name contains the password.
/// </summary>
/// <param name="settings">The settings of the connection; null for the app's own connection.</param>
internal sealed class RedisDiagnosis(ConfigurationOptions? settings)
{
    /// <summary>Whether Redis has ever responded.</summary>
    public bool HasAnswered { get; set; }

    /// <summary>Whether the app's own connection uses hosts that are not valid.</summary>
    public bool IsMisread { get; set; }

    public RedisFailure Of(Exception exception)
    {
        if (IsMisread)
        {
            return RedisFailure.AddressMisread;
        }

        if (exception is RedisFactoryException)
        {
            return RedisFailure.FactoryFailed;
        }

        // A server can be reached, so the reason is not why others cannot.
        var all = Flatten(exception).ToList();
        if (all.Exists(static exception => exception.Message.Contains("requires writable", StringComparison.Ordinal)))
        {
            return RedisFailure.NoWrites;
        }

        return all.Select(OfReply).FirstOrDefault(static failure => failure is not null)
            ?? all.Select(OfCertificate).FirstOrDefault(static failure => failure is not null)
            ?? all.OfType<SocketException>().Select(OfSocket).FirstOrDefault(static failure => failure is not null)
            ?? OfConnection(all);
    }

    // The innermost exception first, because the outer ones say less.
    private static IEnumerable<Exception> Flatten(Exception exception)
    {
        var inner = exception is AggregateException several ? several.InnerExceptions.SelectMany(Flatten)
            : exception.InnerException is { } one ? Flatten(one)
            : [];
        return inner.Append(exception);
    }

    private RedisFailure? OfReply(Exception exception)
    {
        // While connecting, replies are wrapped in exceptions of other types, without their kind.
        var reply = exception.Message;
        var kind = exception is RedisServerException refusal ? refusal.Kind : RedisErrorKind.None;
        return kind switch
        {
            _ when kind == RedisErrorKind.WrongPass || Says("WRONGPASS") || Says("invalid password") => RedisFailure.PasswordWrong,
            _ when kind == RedisErrorKind.NoAuth || Says("NOAUTH") => WithoutPassword() ? RedisFailure.PasswordMissing : RedisFailure.PasswordWrong,
            _ when Says("Lua scripting support disabled") || (IsRefusal() && SaysScript()) => RedisFailure.NoScripts,
            _ when kind == RedisErrorKind.NoPermission || Says("NOPERM") => RedisFailure.NotPermitted,
            _ when Says("database does not exist") || Says("DB index is out of range") => RedisFailure.NoDatabase,
            RedisErrorKind.ReadOnly => RedisFailure.NoWrites,
            RedisErrorKind.OutOfMemory or RedisErrorKind.Misconfigured or RedisErrorKind.NoReplicas => RedisFailure.Full,
            RedisErrorKind.Loading or RedisErrorKind.MasterDown or RedisErrorKind.ClusterDown or RedisErrorKind.TryAgain or RedisErrorKind.Busy
                or RedisErrorKind.MaxClients => RedisFailure.NotReady,
            _ => null,
        };

        bool Says(string words) => reply.Contains(words, StringComparison.Ordinal);
        bool IsRefusal() => kind is RedisErrorKind.UnknownCommand || Says("NOPERM");
        bool SaysScript() => reply.Contains("'eval", StringComparison.OrdinalIgnoreCase) || reply.Contains("'script", StringComparison.OrdinalIgnoreCase);
        bool WithoutPassword() => settings is not null && string.IsNullOrEmpty(settings.Password);
    }

    private static RedisFailure? OfCertificate(Exception exception) => exception is not AuthenticationException ? null
        : exception.Message.Contains("RemoteCertificateNameMismatch", StringComparison.Ordinal) ? RedisFailure.CertificateForOtherName
        : exception.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase) ? RedisFailure.CertificateNotTrusted
        : RedisFailure.TlsUnanswered;

    private RedisFailure? OfSocket(SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => RedisFailure.NobodyListens,
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => RedisFailure.NameUnknown,
        SocketError.NetworkUnreachable or SocketError.HostUnreachable => RedisFailure.NoRoute,
        SocketError.TimedOut => RedisFailure.Silent,
        _ => null,
    };

    private RedisFailure OfConnection(List<Exception> all)
    {
        var types = all.OfType<RedisConnectionException>().Select(static exception => exception.FailureType).ToList();
        return all switch
        {
            _ when all.Exists(static exception => exception.Message.Contains("Sentinel: Failed connecting", StringComparison.Ordinal)) => RedisFailure.MasterUnknown,
            _ when all.Exists(static exception => exception.Message.Contains("RESP protocol failure", StringComparison.Ordinal)) => RedisFailure.NotRedis,
            _ when IsClosed(types) && !HasAnswered => settings switch
            {
                { Ssl: true } => RedisFailure.TlsUnanswered,
                { Ssl: false } => RedisFailure.TlsExpected,
                null => RedisFailure.Lost,
            },
            _ when all.Exists(static exception => exception is TimeoutException) || types.Contains(ConnectionFailureType.UnableToConnect) => RedisFailure.Silent,
            _ when IsClosed(types) => RedisFailure.Lost,
            _ when all.Exists(static exception => exception is RedisServerException { Kind: RedisErrorKind.UnknownCommand }) => RedisFailure.CommandUnknown,
            _ => RedisFailure.Unknown,
        };
    }

    private static bool IsClosed(List<ConnectionFailureType> types) =>
        types.Exists(static type => type is ConnectionFailureType.SocketFailure or ConnectionFailureType.SocketClosed);
}
