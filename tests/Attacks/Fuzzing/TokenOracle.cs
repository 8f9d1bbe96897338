using System.Text.Json;

namespace DoOAuth.Tests.Fuzzing;

/// <summary>
/// What an answer must at least have before somebody may be signed in on it, told from its bytes: a success, one JSON object without an error,
/// a token that can travel in a header, and scopes that cover the declared ones.
/// </summary>
internal static class TokenOracle
{
    private static readonly string[] Broad = ["read", "write", "api:read", "api:write"];

    public static bool MaySignIn(TokenReply reply)
    {
        if (reply.Status is < 200 or > 299)
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(reply.Body.AsMemory(reply.Body.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && !(root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String)
                && (IsToken(root, "access_token") || IsToken(root, "bearer"))
                && Covers(root);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsToken(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && Readable(value) is { Length: > 0 and <= 8192 } token && !token.Any(character => character is <= ' ' or >= (char)127);

    // A token that cannot be read does not count; one beside it under the legacy name may.
    private static string? Readable(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Covers(JsonElement root)
    {
        if (!root.TryGetProperty("scope", out var scope) || scope.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        IEnumerable<JsonElement> texts = scope.ValueKind == JsonValueKind.Array ? scope.EnumerateArray() : [scope];
        if (texts.Any(text => text.ValueKind != JsonValueKind.String))
        {
            return false;
        }

        var granted = texts.SelectMany(text => text.GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
        return granted.Overlaps(Broad) || granted.IsSupersetOf(["account:read", "droplet:read"]);
    }
}
