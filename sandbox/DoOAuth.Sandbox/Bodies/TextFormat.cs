using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DoOAuth.Sandbox.Bodies;

/// <summary>The formats of texts that are checked.</summary>
internal static class TextFormat
{
    /// <summary>What is wrong with a text in a format, or null if it is valid or the format is not checked.</summary>
    public static string? Complaint(string format, string text) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _) ? null : "must be a UUID.",
        "date-time" => IsTime(text) ? null : "must be a time such as 2026-01-31T12:00:00Z.",
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "must be a date such as 2026-01-31.",
        "ipv4" => IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork && text.Split('.').Length == 4 ? null : "must be an IPv4 address.",
        "ipv6" => IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? null : "must be an IPv6 address.",
        "int64" or "int32" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? null : "must be a whole number in a text.",
        "uint64" or "uint32" => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "must be a whole number in a text.",
        _ => null,
    };

    private static bool IsTime(string text) =>
        text.Length >= 20 && text[10] is 'T' or 't' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _);
}
