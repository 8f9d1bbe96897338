using System.Globalization;
using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Api;

/// <summary>A simulated virtual machine.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Name">The name.</param>
/// <param name="Region">The region.</param>
/// <param name="Size">The size.</param>
/// <param name="Image">The image.</param>
/// <param name="Tags">The tags.</param>
/// <param name="CreatedAt">When it was created.</param>
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
    /// <summary>Returns the JSON that the API shows.</summary>
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

    // 203.0.113.0/24 is reserved for documentation (RFC 5737), so the address never belongs to a real machine.
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
