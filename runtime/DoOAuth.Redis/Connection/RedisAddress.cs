using System.Globalization;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// Reads an address as hosted Redis and Valkey hand it out, such as <c>rediss://user:password@host:port/3</c>. StackExchange.Redis would take
/// it for the name of a host. No error says any part of it: it holds the password.
/// </summary>
internal static class RedisAddress
{
    private const string SchemeEnd = "://";
    private const int UsualPort = 6379;

    /// <summary>Whether a text is an address of any kind, readable or not.</summary>
    public static bool Is(string text) =>
        text.IndexOf(SchemeEnd, StringComparison.Ordinal) is var end and > 0
        && text[..end].All(static character => char.IsAsciiLetterOrDigit(character) || character is '+' or '-' or '.');

    /// <exception cref="ArgumentException">It cannot be meant.</exception>
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
        _ => throw RedisText.Refused("It begins with neither redis://, rediss://, valkey:// nor valkeys://."),
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
            : throw RedisText.Refused("User and password must be percent-encoded: '/' is %2F, '#' is %23, '?' is %3F, '@' is %40.");
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
            : throw RedisText.Refused("After the host comes a colon and the port.");
    }

    private static int? Database(string rest)
    {
        if (rest is "" or "/")
        {
            return null;
        }

        if (rest.Contains('?', StringComparison.Ordinal) || rest.Contains('#', StringComparison.Ordinal))
        {
            throw RedisText.Refused("It has a query or a fragment, which are not understood; a '?' or '#' in a password is %3F or %23.");
        }

        return int.TryParse(rest.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var database)
            ? database
            : throw RedisText.Refused("After the host comes the number of the database, such as /3, or nothing.");
    }

    private static void SetUser(ConfigurationOptions configuration, string userInfo)
    {
        var colon = userInfo.IndexOf(':', StringComparison.Ordinal);
        var user = Decode(colon < 0 ? userInfo : userInfo[..colon]);
        var password = colon < 0 ? "" : Decode(userInfo[(colon + 1)..]);
        if (password.Length == 0)
        {
            throw RedisText.Refused("It has an '@' and no password before it. Without a user, a password is written redis://:password@host.");
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
                throw RedisText.Refused("User and password must be percent-encoded: a '%' is %25.");
            }
        }

        return Uri.UnescapeDataString(text);
    }
}
