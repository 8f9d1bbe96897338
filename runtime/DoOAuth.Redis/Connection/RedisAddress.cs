using System.Globalization;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// Reads an address in the format of hosted Redis and Valkey, such as <c>rediss://user:password@host:port/3</c>. StackExchange.Redis would take it
/// for a host name. No error message contains any part of it, because it contains the password.
/// </summary>
internal static class RedisAddress
{
    private const string SchemeEnd = "://";
    private const int UsualPort = 6379;

    /// <summary>Whether the text is an address of any kind, valid or not.</summary>
    public static bool Is(string text) =>
        text.IndexOf(SchemeEnd, StringComparison.Ordinal) is var end and > 0
        && text[..end].All(static character => char.IsAsciiLetterOrDigit(character) || character is '+' or '-' or '.');

    /// <exception cref="ArgumentException">The address is not valid.</exception>
    public static ConfigurationOptions Read(string text)
    {
        var schemeEnd = text.IndexOf(SchemeEnd, StringComparison.Ordinal);
        var isEncrypted = UsesTls(text[..schemeEnd]);
        var (authority, rest) = Split(text[(schemeEnd + SchemeEnd.Length)..]);
        var hostBegins = authority.LastIndexOf('@') + 1;
        var (host, port) = HostAndPort(authority[hostBegins..]);
        var configuration = new ConfigurationOptions { Ssl = isEncrypted, DefaultDatabase = Database(rest) };
        configuration.EndPoints.Add(host, port);
        if (hostBegins > 0)
        {
            SetUser(configuration, authority[..(hostBegins - 1)]);
        }

        return configuration;
    }

    private static bool UsesTls(string scheme) => scheme.ToLowerInvariant() switch
    {
        "redis" or "valkey" => false,
        "rediss" or "valkeys" => true,
        _ => throw RedisText.Refused("The address must start with redis://, rediss://, valkey:// or valkeys://."),
    };

    private static (string Authority, string AfterIt) Split(string text)
    {
        var end = text.IndexOfAny(['/', '?', '#']);
        if (end < 0)
        {
            return (text, "");
        }

        return text.IndexOf('@', end) < 0
            ? (text[..end], text[end..])
            : throw RedisText.Refused("Percent-encode the user and the password: '/' is %2F, '#' is %23, '?' is %3F, '@' is %40.");
    }

    private static (string Host, int Port) HostAndPort(string text)
    {
        var hostEnd = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) + 1 : text.IndexOf(':', StringComparison.Ordinal);
        var host = hostEnd < 0 ? text : text[..hostEnd];
        if (hostEnd < 0 || hostEnd == text.Length)
        {
            return (RedisHost.Read(host), UsualPort);
        }

        return text[hostEnd] == ':'
            ? (RedisHost.Read(host), RedisHost.ReadPort(text[(hostEnd + 1)..]))
            : throw RedisText.Refused("Write a colon and the port after the host.");
    }

    private static int? Database(string rest)
    {
        if (rest is "" or "/")
        {
            return null;
        }

        if (rest.Contains('?', StringComparison.Ordinal) || rest.Contains('#', StringComparison.Ordinal))
        {
            throw RedisText.Refused("The address must not have a query or a fragment. In a password, write '?' as %3F and '#' as %23.");
        }

        return int.TryParse(rest.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var database)
            ? database
            : throw RedisText.Refused("The path must be empty or the number of a database, such as /3.");
    }

    private static void SetUser(ConfigurationOptions configuration, string userInfo)
    {
        var colon = userInfo.IndexOf(':', StringComparison.Ordinal);
        var user = Decode(colon < 0 ? userInfo : userInfo[..colon]);
        var password = colon < 0 ? "" : Decode(userInfo[(colon + 1)..]);
        if (password.Length == 0)
        {
            throw RedisText.Refused("There is no password before the '@'. For a password without a user, write redis://:password@host.");
        }

        configuration.User = user.Length == 0 ? null : user;
        configuration.Password = password;
    }

    private static string Decode(string text)
    {
        for (var at = text.IndexOf('%', StringComparison.Ordinal); at >= 0; at = text.IndexOf('%', at + 1))
        {
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
            {
                throw RedisText.Refused("Percent-encode the user and the password: '%' is %25.");
            }
        }

        return Uri.UnescapeDataString(text);
    }
}
