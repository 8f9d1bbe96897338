using System.Text;

namespace DoOAuth.Tests.Fuzzing;

/// <summary>A token answer in the making: a valid one, until mutations have been at it.</summary>
internal sealed class TokenDraft
{
    public int Status { get; set; } = 200;

    public string? ContentType { get; set; } = "application/json";

    public string? ContentEncoding { get; set; }

    /// <summary>Names with raw JSON; a name may come twice.</summary>
    public List<(string Name, string Value)> Fields { get; } =
    [
        ("access_token", $"\"doo_v1_{Markers.Secret}\""), ("token_type", "\"bearer\""), ("expires_in", "2592000"), ("refresh_token", $"\"dor_v1_{Markers.Secret}\""),
    ];

    /// <summary>The same for <c>info</c>.</summary>
    public List<(string Name, string Value)> Info { get; } =
    [
        ("name", "\"Sammy\""), ("email", "\"sammy@example.com\""), ("uuid", "\"user-1\""), ("team_uuid", "\"team-1\""), ("team_name", "\"My Team\""),
    ];

    /// <summary>What happens to the bytes afterwards.</summary>
    public List<Func<byte[], byte[]>> OnTheWay { get; } = [];

    public TokenReply Reply()
    {
        var text = Object([.. Fields, .. Info.Count > 0 ? [("info", Object(Info))] : Array.Empty<(string, string)>()]);

        // Half a surrogate pair that is not escaped becomes the replacement character here, and bytes that are not valid UTF-8 are added when it is sent.
        return new TokenReply(Status, ContentType, ContentEncoding, OnTheWay.Aggregate(Encoding.UTF8.GetBytes(text), static (bytes, change) => change(bytes)));
    }

    private static string Object(IEnumerable<(string Name, string Value)> fields) =>
        $"{{{string.Join(',', fields.Select(field => $"{RandomText.Json(field.Name)}:{field.Value}"))}}}";
}
