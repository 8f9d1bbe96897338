using System.Globalization;
using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>Makes snapshots: they are in a list of all, in the list of what they are made of, and those of Droplets are images too.</summary>
internal static class SnapshotMaker
{
    private const string All = "/v2/snapshots";
    private const double Size = 2.34;

    /// <summary>Makes a snapshot of a Droplet.</summary>
    public static void OfDroplet(TeamInventory inventory, JsonObject droplet, string name)
    {
        var resources = inventory.Model.Resources;
        var images = resources.AtPath("/v2/images")!;
        var id = NewIdentity.For(images, inventory.Team).GetValue<long>();
        var region = TeamInventory.Text(droplet["region"])!;
        inventory.Root(images.Path).Add(id.ToString(CultureInfo.InvariantCulture), new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["type"] = "snapshot",
            ["distribution"] = "Ubuntu",
            ["slug"] = null,
            ["public"] = false,
            ["regions"] = new JsonArray(region),
            ["created_at"] = ApiTime.Of(inventory.Now),
            ["min_disk_size"] = droplet["disk"]?.DeepClone(),
            ["size_gigabytes"] = Size,
            ["description"] = name,
            ["tags"] = new JsonArray(),
            ["status"] = "available",
            ["error_message"] = "",
        });
        Add(inventory, id.ToString(CultureInfo.InvariantCulture), name, droplet, "droplet", droplet["disk"]!);
        droplet["snapshot_ids"]!.AsArray().Add(id);
        var own = resources.AtPath("/v2/droplets/{droplet_id}/snapshots")!;
        inventory.Collection(own, $"/v2/droplets/{droplet["id"]}/snapshots", droplet).Add(id.ToString(CultureInfo.InvariantCulture), new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["created_at"] = ApiTime.Of(inventory.Now),
            ["regions"] = new JsonArray(region),
            ["min_disk_size"] = droplet["disk"]?.DeepClone(),
            ["size_gigabytes"] = Size,
            ["type"] = "snapshot",
        });
    }

    /// <summary>Makes a snapshot of a volume.</summary>
    public static JsonObject OfVolume(TeamInventory inventory, JsonObject volume, string name) =>
        Add(inventory, Guid.NewGuid().ToString(), name, volume, "volume", volume["size_gigabytes"] ?? 10);

    private static JsonObject Add(TeamInventory inventory, string id, string name, JsonObject resource, string type, JsonNode size)
    {
        var snapshot = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["created_at"] = ApiTime.Of(inventory.Now),
            ["regions"] = new JsonArray(TeamInventory.Text(resource["region"]) ?? "nyc3"),
            ["min_disk_size"] = size.DeepClone(),
            ["size_gigabytes"] = Size,
            ["resource_id"] = resource["id"]!.ToString(),
            ["resource_type"] = type,
            ["tags"] = new JsonArray(),
        };
        inventory.Root(All).Add(id, snapshot);
        return snapshot;
    }
}
