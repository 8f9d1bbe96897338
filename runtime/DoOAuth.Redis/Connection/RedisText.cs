using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// Reads the connection string: an address, or StackExchange.Redis's format. A connection string that is not valid fails here, when the app is
/// built, and not at each sign-in. No exception contains any part of the text, and neither does its inner exception.
/// </summary>
internal static class RedisText
{
    private const string RightTexts =
        " Use rediss://user:password@host:port/database (redis:// without TLS, with percent-encoded user and password), or StackExchange.Redis's"
        + " format, host:port,ssl=true,user=…,password=…. The connection string is not shown because it can contain a password.";

    // They must be followed by '='. Otherwise StackExchange.Redis takes them for hosts.
    private static readonly string[] Options = ["abortConnect", "allowAdmin", "defaultDatabase", "password", "serviceName", "ssl", "user"];

    /// <exception cref="ArgumentException">The text is not a valid connection string.</exception>
    public static ConfigurationOptions Read(string text)
    {
        var trimmed = text.Trim();
        if (RedisAddress.Is(trimmed))
        {
            return RedisAddress.Read(trimmed);
        }

        CheckServers(trimmed);
        return Parse(trimmed);
    }

    /// <summary>Creates the exception for a connection string that is not valid.</summary>
    /// <param name="why">What is wrong, without any part of the connection string.</param>
    public static ArgumentException Refused(string why) => new($"The Redis connection string is not valid. {why}{RightTexts}");

    // Not as the inner exception, because its message contains the whole text.
    private static ConfigurationOptions Parse(string text)
    {
        ConfigurationOptions configuration;
        try
        {
            configuration = ConfigurationOptions.Parse(text);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw Refused("An option is not known, or its value is not valid.");
        }

        return configuration.EndPoints.Count > 0 ? configuration : throw Refused("It does not contain a server.");
    }

    // StackExchange.Redis silently ignores servers that it cannot parse, or takes them for names.
    private static void CheckServers(string text)
    {
        var isAfterPassword = false;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Contains('=', StringComparison.Ordinal))
            {
                isAfterPassword |= part.StartsWith("password", StringComparison.OrdinalIgnoreCase);
                continue;
            }

            if (isAfterPassword)
            {
                throw Refused("The text after the password is not an option. Write servers first. For a password with a comma, use an address, with %2C for the comma.");
            }

            CheckServer(part);
        }
    }

    private static void CheckServer(string server)
    {
        if (server.StartsWith('!'))
        {
            // A socket on this machine.
            return;
        }

        if (Options.Contains(server, StringComparer.OrdinalIgnoreCase))
        {
            throw Refused("An option has no value.");
        }

        var portBegins = server.LastIndexOf(':') + 1;
        if (portBegins == 0 || server.EndsWith(']'))
        {
            RedisHost.Read(server);
            return;
        }

        RedisHost.Read(server[..(portBegins - 1)]);
        RedisHost.ReadPort(server[portBegins..]);
    }
}
