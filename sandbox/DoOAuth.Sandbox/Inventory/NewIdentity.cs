using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Resources;
using DoOAuth.Sandbox.Store;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>Identities of new items, in the form that the API's examples have.</summary>
internal static class NewIdentity
{
    private const int IPv4Addresses = 250;

    /// <summary>An identity that no item of the kind has.</summary>
    public static JsonNode For(ResourceKind kind, Team team)
    {
        var example = kind.Parameter?.Example is { Length: > 0 } parameter ? parameter : kind.Shape.Find(kind.Identity)!.Example.Trim('"');
        if (kind.IsNumbered)
        {
            // Actions of all resources are in one series.
            var first = long.TryParse(example, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 1;
            return JsonValue.Create(team.NextNumber(kind.Name == "actions" ? "actions" : kind.Path, first));
        }

        return JsonValue.Create(kind.Identity switch
        {
            "ip" when example.Contains(':', StringComparison.Ordinal) => string.Create(CultureInfo.InvariantCulture, $"2001:db8::{team.NextNumber(kind.Path, 0x10):x}"),
            "ip" => Address(team.NextNumber("ipv4", 0)),
            "access_key" => "DO" + Random("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 18),
            "namespace" => "fn-" + Guid.NewGuid(),
            "digest" => "sha256:" + Random("0123456789abcdef", 64),
            _ => Guid.NewGuid().ToString(),
        });
    }

    /// <summary>An address for documentation (RFC 5737), which never belongs to a real machine.</summary>
    public static string Address(long number) => string.Create(
        CultureInfo.InvariantCulture, $"{(number / IPv4Addresses % 2 == 0 ? "203.0.113" : "198.51.100")}.{(number % IPv4Addresses) + 1}");

    private static string Random(string alphabet, int length) => RandomNumberGenerator.GetString(alphabet, length);
}
