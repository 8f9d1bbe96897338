using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Inventory;
using DoOAuth.Sandbox.Resources;

namespace DoOAuth.Sandbox.Api;

/// <summary>What actions change when they are completed.</summary>
internal static class ActionEffects
{
    private static readonly Action Nothing = () => { };

    /// <summary>The effect of an action.</summary>
    /// <exception cref="RequestRefusedException">The action names something that does not exist.</exception>
    public static Action Of(ApiRequest request, ResourceKind kind, JsonObject resource, string type) => kind.Path switch
    {
        "/v2/droplets" => OnDroplet(request, resource, type),
        "/v2/volumes" => OnVolume(request, resource, type),
        "/v2/reserved_ips" or "/v2/floating_ips" or "/v2/reserved_ipv6" => OnAddress(request, resource, type),
        "/v2/images" => OnImage(request, resource, type),
        _ => Nothing,
    };

    private static Action OnDroplet(ApiRequest request, JsonObject droplet, string type)
    {
        var inventory = request.Inventory;
        switch (type)
        {
            case "power_off" or "shutdown":
                return () => droplet["status"] = "off";
            case "power_on" or "power_cycle" or "reboot":
                return () => droplet["status"] = "active";
            case "rename" when request.Text("name") is { } name:
                return () => droplet["name"] = name;
            case "resize" when request.Body["size"] is { } size:
                var found = Find(inventory, "/v2/sizes", size);
                var withDisk = request.Text("disk") == "true";
                return () => DropletMaker.Resize(droplet, found, withDisk);
            case "rebuild" or "restore" when request.Body["image"] is { } image:
                var id = Find(inventory, "/v2/images", image)["id"]!;
                return () => droplet["image"] = id.DeepClone();
            case "enable_backups" or "disable_backups":
                return () => SetFeature(droplet, "backups", type == "enable_backups");
            case "enable_ipv6":
                return () =>
                {
                    SetFeature(droplet, "ipv6", isSet: true);
                    DropletMaker.AddIPv6(inventory, droplet);
                };
            case "snapshot":
                return () => SnapshotMaker.OfDroplet(inventory, droplet, request.Text("name") ?? $"{droplet["name"]}-{inventory.Now.ToUnixTimeSeconds()}");
            default:
                return Nothing;
        }
    }

    private static Action OnVolume(ApiRequest request, JsonObject volume, string type)
    {
        if (type == "resize")
        {
            return request.Body["size_gigabytes"] is { } size ? () => volume["size_gigabytes"] = size.DeepClone() : Nothing;
        }

        var droplet = Find(request.Inventory, "/v2/droplets", request.Body["droplet_id"]!);
        var id = TeamInventory.IdentityOf(request.Inventory.Model.Resources.AtPath("/v2/volumes")!, volume);
        return () =>
        {
            volume["droplet_ids"] = type == "attach" ? new JsonArray(droplet["id"]!.DeepClone()) : [];
            var others = (droplet["volume_ids"] as JsonArray ?? []).Select(TeamInventory.Text).Where(other => other != id);
            droplet["volume_ids"] = new JsonArray([.. (type == "attach" ? others.Append(id) : others).Select(other => JsonValue.Create(other))]);
        };
    }

    private static Action OnAddress(ApiRequest request, JsonObject address, string type)
    {
        var droplet = type == "assign" ? Find(request.Inventory, "/v2/droplets", request.Body["droplet_id"]!)["id"] : null;
        return () => address["droplet"] = droplet?.DeepClone();
    }

    private static Action OnImage(ApiRequest request, JsonObject image, string type) => (type, request.Text("region")) switch
    {
        ("transfer", { } region) => () =>
        {
            var regions = (image["regions"] as JsonArray ?? []).Select(TeamInventory.Text).Append(region).Distinct(StringComparer.Ordinal);
            image["regions"] = new JsonArray([.. regions.Select(slug => JsonValue.Create(slug))]);
        }
        ,
        ("convert", _) => () => image["type"] = "snapshot",
        _ => Nothing,
    };

    private static void SetFeature(JsonObject droplet, string feature, bool isSet)
    {
        var others = droplet["features"]!.AsArray().Select(TeamInventory.Text).Where(other => other != feature);
        droplet["features"] = new JsonArray([.. (isSet ? others.Append(feature) : others).Select(other => JsonValue.Create(other))]);
    }

    private static JsonObject Find(TeamInventory inventory, string path, JsonNode identity)
    {
        var kind = inventory.Model.Resources.AtPath(path)!;
        var items = inventory.Root(path).Items;
        if (inventory.Find(kind, identity.ToString()) is { } found)
        {
            return found;
        }

        return items.Count > 0 && IsExample(inventory, kind, identity)
            ? items[0]
            : throw new RequestRefusedException($"{path[(path.LastIndexOf('/') + 1)..].TrimEnd('s')} {identity} does not exist. GET {path} lists those that do.");
    }

    // The API's examples of requests name Droplets of their own. They mean the first one here, so that examples work as they are.
    private static bool IsExample(TeamInventory inventory, ResourceKind kind, JsonNode identity) =>
        kind.IsNumbered && inventory.Model.Shapes.Shapes.Any(shape => shape.Find("droplet_id") is { Example: var example } && example.Trim('"') == identity.ToString());
}
