using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>Distinguishes host names from other text that was taken for a host name.</summary>
internal static class RedisHost
{
    /// <summary>Reads a name, an IPv4 address, or an IPv6 address in brackets.</summary>
    /// <exception cref="ArgumentException">The host is not valid.</exception>
    public static string Read(string text)
    {
        if (text.StartsWith('[') && text.EndsWith(']') && IPAddress.TryParse(text.AsSpan(1, text.Length - 2), out var address)
            && address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        return IsName(text)
            ? text
            : throw RedisText.Refused("The host is missing, or contains characters that are not valid. Write an IPv6 address in brackets.");
    }

    /// <exception cref="ArgumentException">The port is not valid.</exception>
    public static int ReadPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw RedisText.Refused("The port must be a number from 1 to 65535.");

    /// <summary>
    /// Whether an endpoint is valid. StackExchange.Redis takes all text that it cannot parse for a host name, even a whole address with its
    /// password, and looks it up in the network.
    /// </summary>
    public static bool CanBeMeant(EndPoint endPoint) => endPoint switch
    {
        DnsEndPoint name => IsName(name.Host) || IPAddress.TryParse(name.Host, out _),
        _ => true,
    };

    /// <summary>Whether all endpoints of a configuration that the app created are valid.</summary>
    public static bool CanBeMeant(ConfigurationOptions configuration) => configuration.EndPoints.All(CanBeMeant);

    // Domain names do not contain underscores, but names of containers do.
    private static bool IsName(string text) =>
        text.Length > 0 && Uri.CheckHostName(text.Replace('_', '-')) is UriHostNameType.Dns or UriHostNameType.IPv4;
}
