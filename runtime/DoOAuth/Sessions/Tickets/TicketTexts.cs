using System.Collections.Frozen;
using System.Security.Claims;

namespace DoOAuth;

/// <summary>Text that nearly every ticket contains. Cookies refer to it by index, so add new text at the end, and never remove any.</summary>
internal static class TicketTexts
{
    private static readonly string[] All =
    [
        "",
        ClaimTypes.NameIdentifier,
        ClaimTypes.Name,
        ClaimTypes.Email,
        ClaimTypes.Role,
        DigitalOceanClaimTypes.TeamUuid,
        DigitalOceanClaimTypes.TeamName,
        ClaimValueTypes.String,
        ClaimsIdentity.DefaultIssuer,
        ".Token.access_token",
        ".Token.refresh_token",
        ".Token.expires_at",
        ".TokenNames",
        "access_token;expires_at;refresh_token",
        "access_token;expires_at",
        ".issued",
        ".expires",
        ".persistent",
        ".redirect",
        "life",
        "gen",
        "sid",
        "0",
        "2592000",
    ];

    private static readonly FrozenDictionary<string, int> Places =
        All.Select((text, place) => KeyValuePair.Create(text, place)).ToFrozenDictionary(StringComparer.Ordinal);

    public static int? PlaceOf(string text) => Places.TryGetValue(text, out var place) ? place : null;

    public static string At(int place) => All[place];
}
