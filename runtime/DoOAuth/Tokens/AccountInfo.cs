using System.Text.Json;

namespace DoOAuth;

/// <summary>The user, from the <c>info</c> of a token response or from <c>GET /v2/account</c>.</summary>
internal sealed record AccountInfo(string? Uuid, string? Email, string? Name, string? TeamUuid, string? TeamName)
{
    // Text for display can be truncated. Identifiers must not be.
    private const int LongestIdentifier = 256;
    private const int LongestName = 256;

    public static AccountInfo Empty { get; } = new(null, null, null, null, null);

    public bool IsComplete => Uuid is not null && Email is not null;

    public static AccountInfo FromTokenAnswer(JsonElement info) => new(
        Identifier(info, "uuid"), Identifier(info, "email"), DisplayName(info, "name"), Identifier(info, "team_uuid"), DisplayName(info, "team_name"));

    /// <param name="json">The response of <c>GET /v2/account</c>.</param>
    public static AccountInfo FromAccount(JsonElement json)
    {
        var account = JsonText.ReadObject(json, "account");
        var team = JsonText.ReadObject(account, "team");
        return new(Identifier(account, "uuid"), Identifier(account, "email"), DisplayName(account, "name"), Identifier(team, "uuid"), DisplayName(team, "name"));
    }

    /// <summary>Combines these values with those that only <paramref name="other"/> has.</summary>
    public AccountInfo Or(AccountInfo other) => new(
        Uuid ?? other.Uuid, Email ?? other.Email, Name ?? other.Name, TeamUuid ?? other.TeamUuid, TeamName ?? other.TeamName);

    private static string? Identifier(JsonElement json, string name) =>
        JsonText.Read(json, name) is { Length: > 0 and <= LongestIdentifier } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static string? DisplayName(JsonElement json, string name)
    {
        if (JsonText.Read(json, name) is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (text.Length <= LongestName)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestName - 1]) ? LongestName - 1 : LongestName;
        return text[..end];
    }
}
