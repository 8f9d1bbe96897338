using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Api;

/// <summary>A region.</summary>
internal sealed record CloudRegion(string Slug, string Name)
{
    /// <summary>All regions of the sandbox.</summary>
    public static IReadOnlyList<CloudRegion> All { get; } =
        [new("nyc3", "New York 3"), new("ams3", "Amsterdam 3"), new("fra1", "Frankfurt 1"), new("sgp1", "Singapore 1"), new("syd1", "Sydney 1")];

    /// <summary>Returns the JSON that the API shows.</summary>
    public JsonObject ToJson() => new()
    {
        ["slug"] = Slug,
        ["name"] = Name,
        ["available"] = true,
        ["features"] = new JsonArray("backups", "ipv6", "metadata"),
        ["sizes"] = new JsonArray([.. CloudSize.All.Select(size => JsonValue.Create(size.Slug))]),
    };
}
