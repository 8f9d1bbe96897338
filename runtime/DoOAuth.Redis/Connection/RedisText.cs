using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// Reads the text that says where Redis is: an address, or StackExchange.Redis's own form. What cannot be meant fails here, when the app is
/// built, and not at each sign-in. No error says any part of the text, or keeps another that does.
/// </summary>
internal static class RedisText
{
    private const string RightTexts =
        " Write rediss://user:password@host:port/database (redis:// without TLS, the password percent-encoded), or StackExchange.Redis's form,"
        + " host:port,ssl=true,user=…,password=…. The text itself is not shown, since it may hold a password.";

    // Each stands before a '='. Alone, StackExchange.Redis takes them for hosts.
    private static readonly string[] Options = ["abortConnect", "allowAdmin", "defaultDatabase", "password", "serviceName", "ssl", "user"];

    /// <exception cref="ArgumentException">It cannot be meant.</exception>
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

    /// <summary>The error for a text that cannot be meant.</summary>
    /// <param name="why">What is wrong with it, without any part of it.</param>
    public static ArgumentException Refused(string why) => new($"Where Redis is cannot be read from the text given. {why}{RightTexts}");

    // Not as the inner error: its message has the whole text.
    private static ConfigurationOptions Parse(string text)
    {
        ConfigurationOptions configuration;
        try
        {
            configuration = ConfigurationOptions.Parse(text);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw Refused("One of its options is not known, or has a value that it cannot have.");
        }

        return configuration.EndPoints.Count > 0 ? configuration : throw Refused("It names no server.");
    }

    // Those that StackExchange.Redis cannot read, it leaves out without a word, or takes for names.
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
                throw Refused("After the password comes what is no option. A password with a comma needs the form of an address, where it is %2C; servers come first.");
            }

            CheckServer(part);
        }
    }

    private static void CheckServer(string server)
    {
        if (server.StartsWith('!'))
        {
            // A socket of this machine.
            return;
        }

        if (Options.Contains(server, StringComparer.OrdinalIgnoreCase))
        {
            throw Refused("One of its options has no value.");
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
