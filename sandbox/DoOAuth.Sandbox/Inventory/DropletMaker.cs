using System.Globalization;
using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>Makes Droplets.</summary>
internal static class DropletMaker
{
    private const string DefaultRegion = "nyc3";
    private static readonly string[] Chosen = ["backups", "ipv6", "monitoring"];

    /// <summary>A new Droplet, without a network.</summary>
    /// <param name="inventory">What the team has.</param>
    /// <param name="body">The request.</param>
    /// <param name="name">The name of this one; a request can have several.</param>
    /// <exception cref="RequestRefusedException">The region, the size or the image does not exist.</exception>
    public static JsonObject Make(TeamInventory inventory, JsonObject body, string name)
    {
        var resources = inventory.Model.Resources;
        var region = Named(inventory, "/v2/regions", "Region", body["region"] is { } asked && asked.ToString().Length > 0 ? asked : DefaultRegion);
        var size = Named(inventory, "/v2/sizes", "Size", body["size"]!);
        var image = Named(inventory, "/v2/images", "Image", body["image"]!);
        var droplet = new JsonObject
        {
            ["id"] = NewIdentity.For(resources.AtPath("/v2/droplets")!, inventory.Team),
            ["name"] = name,
            ["locked"] = false,
            ["status"] = "new",
            ["kernel"] = null,
            ["created_at"] = ApiTime.Of(inventory.Now),
            ["features"] = Features(body),
            ["backup_ids"] = new JsonArray(),
            ["next_backup_window"] = null,
            ["snapshot_ids"] = new JsonArray(),
            ["image"] = image["id"]!.DeepClone(),
            ["volume_ids"] = body["volumes"]?.DeepClone() ?? new JsonArray(),
            ["networks"] = new JsonObject { ["v4"] = new JsonArray(), ["v6"] = new JsonArray() },
            ["region"] = region["slug"]!.DeepClone(),
            ["tags"] = body["tags"]?.DeepClone() ?? new JsonArray(),
        };
        if (TeamInventory.Text(body["vpc_uuid"]) is { Length: > 0 } vpc)
        {
            droplet["vpc_uuid"] = vpc;
        }

        Resize(droplet, size, withDisk: true);
        return droplet;
    }

    /// <summary>Gives a Droplet another size.</summary>
    public static void Resize(JsonObject droplet, JsonObject size, bool withDisk)
    {
        droplet["memory"] = size["memory"]!.DeepClone();
        droplet["vcpus"] = size["vcpus"]!.DeepClone();
        droplet["size"] = size["slug"]!.DeepClone();
        droplet["size_slug"] = size["slug"]!.DeepClone();
        if (withDisk)
        {
            droplet["disk"] = size["disk"]!.DeepClone();
            droplet["disk_info"] = new JsonArray(new JsonObject { ["type"] = "local", ["size"] = new JsonObject { ["amount"] = size["disk"]!.DeepClone(), ["unit"] = "gib" } });
        }
    }

    /// <summary>Gives a Droplet its addresses.</summary>
    public static void Connect(TeamInventory inventory, JsonObject droplet)
    {
        var number = inventory.Team.NextNumber("ipv4", 0);
        var networks = droplet["networks"]!;
        networks["v4"] = new JsonArray(
            Network(string.Create(CultureInfo.InvariantCulture, $"10.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}"), "255.255.0.0", "10.0.0.1", "private"),
            Network(NewIdentity.Address(number), "255.255.255.0", "203.0.113.1", "public"));
        if (droplet["features"]!.AsArray().Any(feature => (string?)feature == "ipv6"))
        {
            AddIPv6(inventory, droplet);
        }
    }

    /// <summary>Gives a Droplet an IPv6 address.</summary>
    public static void AddIPv6(TeamInventory inventory, JsonObject droplet) => droplet["networks"]!["v6"] = new JsonArray(new JsonObject
    {
        // 2001:db8::/32 is for documentation (RFC 3849).
        ["ip_address"] = string.Create(CultureInfo.InvariantCulture, $"2001:db8::{inventory.Team.NextNumber("ipv6", 0x1000):x}"),
        ["netmask"] = 64,
        ["gateway"] = "2001:db8::1",
        ["type"] = "public",
    });

    private static JsonObject Network(string address, string netmask, string gateway, string type) =>
        new() { ["ip_address"] = address, ["netmask"] = netmask, ["gateway"] = gateway, ["type"] = type };

    private static JsonArray Features(JsonObject body)
    {
        var features = new JsonArray("droplet_agent", "private_networking");
        foreach (var feature in Chosen.Where(feature => body[feature] is JsonValue value && value.TryGetValue<bool>(out var isSet) && isSet))
        {
            features.Add(feature);
        }

        return features;
    }

    private static JsonObject Named(TeamInventory inventory, string path, string what, JsonNode value) =>
        inventory.Find(inventory.Model.Resources.AtPath(path)!, value.ToString())
        ?? throw new RequestRefusedException($"{what} {value} does not exist. GET {path} lists those that do.");
}
