namespace DoOAuth;

/// <summary>Why Redis did not do what it was asked for, and what to do about it. Words of this package alone: none of them holds a secret.</summary>
/// <param name="Sentence">For the log.</param>
internal sealed record RedisFailure(string Sentence)
{
    public static readonly RedisFailure PasswordMissing = new(
        "It asks for a password, and none is set: name it, as in rediss://user:password@host:port.");

    public static readonly RedisFailure PasswordWrong = new(
        "It does not accept the user or the password: check both; in an address, both are percent-encoded.");

    public static readonly RedisFailure CertificateForOtherName = new(
        "Its certificate is for another host name: connect to a name that is in the certificate, or set sslHost to one.");

    public static readonly RedisFailure CertificateNotTrusted = new(
        "Its certificate is not trusted by this machine, or has expired: install the authority that issued it, or renew it.");

    public static readonly RedisFailure TlsExpected = new(
        "It closes connections before it answers, as a server does that expects TLS: use rediss:// or ssl=true, or check what is in between.");

    public static readonly RedisFailure TlsUnanswered = new(
        "It does not answer over TLS, as a server does that expects none at this port: check the port, or use redis:// or ssl=false.");

    public static readonly RedisFailure MasterUnknown = new(
        "The Sentinels know no master of this name that can be reached: check serviceName, and that its master is running.");

    public static readonly RedisFailure NobodyListens = new(
        "Nobody listens at this host and port: check both, and that Redis is running.");

    public static readonly RedisFailure NameUnknown = new(
        "The name of its host cannot be found: check the name, and how this machine finds names.");

    public static readonly RedisFailure NoRoute = new(
        "There is no way to its host from here: check the address and the network.");

    public static readonly RedisFailure Silent = new(
        "It does not answer in time: check that it is not overloaded, and that no firewall is in between.");

    public static readonly RedisFailure Lost = new(
        "The connection was lost: check that Redis is running, and why it closed the connection.");

    public static readonly RedisFailure NotRedis = new(
        "What answers at this host and port does not speak Redis's protocol: check both.");

    public static readonly RedisFailure AddressMisread = new(
        "Its address was taken for the name of a host: StackExchange.Redis does not read redis:// and rediss:// addresses. Give the address to UseRedis.");

    public static readonly RedisFailure FactoryFailed = new(
        "The connection that the app lends could not be made: see what ConnectionMultiplexerFactory throws.");

    public static readonly RedisFailure NoWrites = new(
        "Only a replica can be reached, which takes no writes: promote it, or start the server that is the master.");

    public static readonly RedisFailure NotReady = new(
        "It is not ready: it is starting, has no connections left, or its cluster is not complete.");

    public static readonly RedisFailure NotPermitted = new(
        "Its user may not run a command, or use a key or channel, that is needed: docs/several-machines.md lists them.");

    public static readonly RedisFailure NoScripts = new(
        "It runs no scripts, without which nothing can be shared: start Garnet with --lua, or allow the user eval, evalsha and script|load.");

    public static readonly RedisFailure CommandUnknown = new(
        "It does not know a command that is needed: check that it is Redis 6.2 or newer, and that no command is renamed.");

    public static readonly RedisFailure NoDatabase = new(
        "It has no database of this number: check the number after the host, or defaultDatabase.");

    public static readonly RedisFailure Full = new(
        "It refuses writes, since its memory is full or it cannot save its data: check maxmemory and its disk.");

    public static readonly RedisFailure Unknown = new(
        "The reason is not known: try redis-cli from this machine with the same address.");
}
