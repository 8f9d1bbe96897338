using System.Text.Json;

namespace DoOAuth;

/// <summary>Reads text out of JSON that somebody else wrote.</summary>
internal static class JsonText
{
    /// <summary>The property's text, or null where there is no such property, or it holds something else.</summary>
    public static string? Read(JsonElement json, string name)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            // Text with half a surrogate pair in it is valid JSON and no valid string; that goes for the names of properties too.
            return null;
        }
    }

    /// <summary>
    /// Whether there is such a property and it holds text, readable or not. Where the names of properties cannot be read it cannot be told, and
    /// the answer is yes.
    /// </summary>
    public static bool HoldsText(JsonElement json, string name)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    /// <summary>The property's object, or an undefined element where there is no such property, or it holds something else.</summary>
    public static JsonElement ReadObject(JsonElement json, string name)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
                ? value
                : default;
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }
}
