using System.Globalization;
using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>Times as the API writes them.</summary>
internal static class ApiTime
{
    /// <summary>A time in UTC, to the second.</summary>
    public static JsonValue Of(DateTimeOffset time) => JsonValue.Create(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
