using System.Text.Json;

namespace DoOAuth;

/// <summary>Reads text from JSON that comes from elsewhere.</summary>
internal static class JsonText
{
    /// <summary>Reads the text of a property; null if the property does not exist or is not text.</summary>
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
            // Text with half a surrogate pair is valid JSON, but not a valid string. The same is true for property names.
            return null;
        }
    }

    /// <summary>
    /// Whether the property exists and is text, readable or not. If the names of properties cannot be read, this is not known, and the result is
    /// true.
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

    /// <summary>Reads the object of a property; an undefined element if the property does not exist or is not an object.</summary>
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
