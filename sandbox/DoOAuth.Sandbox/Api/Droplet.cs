using System.Globalization;
using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Api;

/// <summary>A virtual machine that does not exist.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Where it would be.</param>
/// <param name="Size">How big.</param>
/// <param name="Image">With what on it.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="Status"><c>active</c> or <c>new</c>.</param>
internal sealed record Droplet(
    long Id,
    string Name,
    CloudRegion Region,
    CloudSize Size,
    CloudImage Image,
    IReadOnlyList<string> Tags,
    DateTimeOffset CreatedAt,
    string Status)
{
    /// <summary>As the API shows it.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["memory"] = Size.Memory,
        ["vcpus"] = Size.Cpus,
        ["disk"] = Size.Disk,
        ["locked"] = false,
        ["status"] = Status,
        ["created_at"] = CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["features"] = new JsonArray("droplet_agent", "private_networking"),
        ["backup_ids"] = new JsonArray(),
        ["snapshot_ids"] = new JsonArray(),
        ["volume_ids"] = new JsonArray(),
        ["image"] = Image.ToJson(),
        ["size"] = Size.ToJson(),
        ["size_slug"] = Size.Slug,
        ["region"] = Region.ToJson(),
        ["tags"] = new JsonArray([.. Tags.Select(tag => JsonValue.Create(tag))]),
        ["networks"] = Networks(),
    };

    // 203.0.113.0/24 is set aside for documentation (RFC 5737): nobody is reached by mistake.
    private JsonObject Networks() => new()
    {
        ["v4"] = Status != "active" ? [] : new JsonArray(new JsonObject
        {
            ["ip_address"] = string.Create(CultureInfo.InvariantCulture, $"203.0.113.{(Id % 250) + 1}"),
            ["netmask"] = "255.255.255.0",
            ["gateway"] = "203.0.113.1",
            ["type"] = "public",
        }),
        ["v6"] = new JsonArray(),
    };
}
