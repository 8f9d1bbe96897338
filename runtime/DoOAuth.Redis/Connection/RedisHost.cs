using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>Tells the name of a host from a text that came to be taken for one.</summary>
internal static class RedisHost
{
    /// <summary>Reads a name, an IPv4 address, or an IPv6 address in brackets.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Read(string text)
    {
        if (text.StartsWith('[') && text.EndsWith(']') && IPAddress.TryParse(text.AsSpan(1, text.Length - 2), out var address)
            && address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        return IsName(text)
            ? text
            : throw RedisText.Refused("It names no host, or one with characters that no host has; an IPv6 address is written in brackets.");
    }

    /// <exception cref="ArgumentException">It is none.</exception>
    public static int ReadPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw RedisText.Refused("A port is a number from 1 to 65535.");

    /// <summary>
    /// Whether an endpoint can be meant. StackExchange.Redis takes whatever it cannot read for the name of a host, a whole address with its
    /// password among it, and asks the network for it.
    /// </summary>
    public static bool CanBeMeant(EndPoint endPoint) => endPoint switch
    {
        DnsEndPoint name => IsName(name.Host) || IPAddress.TryParse(name.Host, out _),
        _ => true,
    };

    /// <summary>Whether the endpoints of a configuration that the app made can all be meant.</summary>
    public static bool CanBeMeant(ConfigurationOptions configuration) => configuration.EndPoints.All(CanBeMeant);

    // Underscores are no part of a domain, but of names that containers get.
    private static bool IsName(string text) =>
        text.Length > 0 && Uri.CheckHostName(text.Replace('_', '-')) is UriHostNameType.Dns or UriHostNameType.IPv4;
}
