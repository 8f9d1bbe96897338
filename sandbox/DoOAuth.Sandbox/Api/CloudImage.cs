using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Api;

/// <summary>An image that a droplet is created from.</summary>
internal sealed record CloudImage(long Id, string Slug, string Distribution, string Name)
{
    /// <summary>All images of the sandbox.</summary>
    public static IReadOnlyList<CloudImage> All { get; } =
        [new(195932981, "ubuntu-24-04-x64", "Ubuntu", "24.04 (LTS) x64"), new(194382907, "debian-13-x64", "Debian", "13 x64"), new(194382913, "fedora-42-x64", "Fedora", "42 x64")];

    /// <summary>Returns the JSON that the API shows.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["slug"] = Slug,
        ["name"] = Name,
        ["distribution"] = Distribution,
        ["type"] = "base",
        ["public"] = true,
        ["status"] = "available",
        ["min_disk_size"] = 7,
        ["regions"] = new JsonArray([.. CloudRegion.All.Select(region => JsonValue.Create(region.Slug))]),
    };
}
