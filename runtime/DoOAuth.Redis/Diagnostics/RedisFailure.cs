namespace DoOAuth;

/// <summary>Why a command failed, and how to fix it. The text comes from this package only, so it never contains a secret.</summary>
/// <param name="Sentence">For the log.</param>
internal sealed record RedisFailure(string Sentence)
{
    public static readonly RedisFailure PasswordMissing = new(
        "It requires a password, but none is set. Add it, as in rediss://user:password@host:port.");

    public static readonly RedisFailure PasswordWrong = new(
        "It rejected the user or the password. Check both. In an address, percent-encode them.");

    public static readonly RedisFailure CertificateForOtherName = new(
        "Its certificate is for another host name. Connect to a name that is in the certificate, or set sslHost to one.");

    public static readonly RedisFailure CertificateNotTrusted = new(
        "Its certificate is not trusted by this machine, or has expired. Install the certificate of the authority that issued it, or renew it.");

    public static readonly RedisFailure TlsExpected = new(
        "It closes connections before it responds, which servers that require TLS do. Use rediss:// or ssl=true, or check proxies and firewalls in between.");

    public static readonly RedisFailure TlsUnanswered = new(
        "It does not respond over TLS. The server may not use TLS on this port. Check the port, or use redis:// or ssl=false.");

    public static readonly RedisFailure MasterUnknown = new(
        "The Sentinels do not know a reachable master with this name. Check serviceName, and that the master is running.");

    public static readonly RedisFailure NobodyListens = new(
        "No server listens on this host and port. Check both, and that Redis is running.");

    public static readonly RedisFailure NameUnknown = new(
        "Its host name cannot be resolved. Check the name, and this machine's DNS settings.");

    public static readonly RedisFailure NoRoute = new(
        "There is no route to its host. Check the address and the network.");

    public static readonly RedisFailure Silent = new(
        "It does not respond in time. Check that it is not overloaded, and that no firewall blocks the connection.");

    public static readonly RedisFailure Lost = new(
        "The connection was lost. Check that Redis is running, and why it closed the connection.");

    public static readonly RedisFailure NotRedis = new(
        "The server on this host and port does not use Redis's protocol. Check both.");

    public static readonly RedisFailure AddressMisread = new(
        "Its address was taken for a host name, because StackExchange.Redis does not read redis:// and rediss:// addresses. Pass the address to UseRedis.");

    public static readonly RedisFailure FactoryFailed = new(
        "The app's own connection could not be created. Check which exception ConnectionMultiplexerFactory throws.");

    public static readonly RedisFailure NoWrites = new(
        "Only a replica can be reached, which does not accept writes. Promote it, or start the master.");

    public static readonly RedisFailure NotReady = new(
        "It is not ready: it is starting, has no connections left, or its cluster is incomplete. Wait, or check the server.");

    public static readonly RedisFailure NotPermitted = new(
        "Its user is not allowed to run a required command, or to use a required key or channel. docs/several-machines.md lists them.");

    public static readonly RedisFailure NoScripts = new(
        "It does not run scripts, which are required. Start Garnet with --lua, or allow the user eval, evalsha and script|load.");

    public static readonly RedisFailure CommandUnknown = new(
        "It does not support a required command. Check that it is Redis 6.2 or newer, and that no command is renamed.");

    public static readonly RedisFailure NoDatabase = new(
        "It has no database with this number. Check the number after the host, or defaultDatabase.");

    public static readonly RedisFailure Full = new(
        "It rejects writes because its memory is full or it cannot save its data. Check maxmemory and its disk.");

    public static readonly RedisFailure Unknown = new(
        "The reason is not known. Try redis-cli from this machine with the same address.");
}
