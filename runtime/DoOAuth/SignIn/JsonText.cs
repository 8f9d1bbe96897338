using System.Text.Json;

namespace DoOAuth;

/// <summary>Reads text out of JSON that somebody else wrote.</summary>
internal static class JsonText
{
    /// <summary>The property's text, or null where there is no such property, or it holds something else.</summary>
    public static string? Read(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Text with half a surrogate pair in it is valid JSON and no valid string.
            return null;
        }
    }
}
