using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>The tags of resources.</summary>
internal static class Tags
{
    /// <summary>Whether a resource has a tag. Tags are the same in upper and lower case.</summary>
    public static bool Has(JsonObject resource, string tag) =>
        resource["tags"] is JsonArray tags && tags.Any(other => string.Equals(TeamInventory.Text(other), tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds a tag to a resource, or removes it.</summary>
    public static void Set(JsonObject resource, string tag, bool isSet)
    {
        var others = (resource["tags"] as JsonArray ?? []).Select(TeamInventory.Text).Where(other => !string.Equals(other, tag, StringComparison.OrdinalIgnoreCase));
        resource["tags"] = new JsonArray([.. (isSet ? others.Append(tag) : others).Select(other => JsonValue.Create(other))]);
    }
}
