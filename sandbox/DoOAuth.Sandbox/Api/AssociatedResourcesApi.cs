using System.Globalization;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Inventory;

namespace DoOAuth.Sandbox.Api;

/// <summary>What belongs to a Droplet and costs money without it: volumes, snapshots and addresses, listed and destroyed with it.</summary>
internal static class AssociatedResourcesApi
{
    // Members of the answers and of the selective request, each with its collection and how the prices of DigitalOcean's documentation add up a month.
    private static readonly (string Member, string Path, Func<JsonObject, double> Cost)[] Kinds =
    [
        ("reserved_ips", "/v2/reserved_ips", _ => 0),
        ("floating_ips", "/v2/floating_ips", _ => 0),
        ("snapshots", "/v2/snapshots", item => 0.06 * Size(item)),
        ("volumes", "/v2/volumes", item => 0.1 * Size(item)),
        ("volume_snapshots", "/v2/snapshots", item => 0.06 * Size(item)),
    ];

    /// <summary><c>GET /v2/droplets/{droplet_id}/destroy_with_associated_resources</c>. Null if the Droplet does not exist.</summary>
    public static ApiResult? List(ApiRequest request)
    {
        if (DropletOf(request) is not { } droplet)
        {
            return null;
        }

        var answer = new JsonObject();
        foreach (var (member, path, cost) in Kinds)
        {
            answer[member] = new JsonArray([.. Of(request.Inventory, droplet, member).Select(item => new JsonObject
            {
                ["id"] = IdentityOf(request.Inventory, path, item),
                ["name"] = NameOf(item),
                ["cost"] = cost(item).ToString("0.00", CultureInfo.InvariantCulture),
            })]);
        }

        return AnswerBuilder.Of(request, request.Layout!.Shape, answer);
    }

    /// <summary><c>DELETE …/dangerous</c>: the Droplet and everything that belongs to it. Null if the Droplet does not exist.</summary>
    public static ApiResult? DestroyAll(ApiRequest request) => Destroy(request, static (_, _) => true);

    /// <summary><c>DELETE …/selective</c>: the Droplet and what the request names. Null if the Droplet does not exist.</summary>
    public static ApiResult? DestroySelected(ApiRequest request) => Destroy(
        request,
        (member, identity) => request.Body[member] is JsonArray chosen && chosen.Any(value => value?.ToString() == identity));

    /// <summary><c>GET …/status</c>: what the last destruction did. Null if there is neither one nor a Droplet.</summary>
    public static ApiResult? Status(ApiRequest request)
    {
        if (request.Inventory.Team.Document(StatusPath(request.Route("droplet_id"))) is { } status)
        {
            return AnswerBuilder.Document(request, status);
        }

        return DropletOf(request) is { } droplet
            ? AnswerBuilder.Document(request, new JsonObject { ["droplet"] = new JsonObject { ["id"] = IdentityOf(droplet), ["name"] = NameOf(droplet) } })
            : null;
    }

    /// <summary><c>POST …/retry</c>: everything has been destroyed, so there is nothing to do. Null if there was no destruction and is no Droplet.</summary>
    public static ApiResult? Retry(ApiRequest request) =>
        request.Inventory.Team.Document(StatusPath(request.Route("droplet_id"))) is not null || DropletOf(request) is not null
            ? AnswerBuilder.Document(request, null)
            : null;

    private static ApiResult? Destroy(ApiRequest request, Func<string, string, bool> isChosen)
    {
        if (DropletOf(request) is not { } droplet)
        {
            return null;
        }

        var inventory = request.Inventory;
        var now = ApiTime.Of(inventory.Now);
        var chosen = Kinds.Select(kind => Of(inventory, droplet, kind.Member).Where(item => isChosen(kind.Member, IdentityOf(inventory, kind.Path, item))).ToList()).ToList();
        var resources = new JsonObject();
        foreach (var ((member, path, _), items) in Kinds.Zip(chosen))
        {
            resources[member] = new JsonArray([.. items.Select(item => Destroyed(IdentityOf(inventory, path, item), NameOf(item), now))]);
            foreach (var item in items)
            {
                Remove(inventory, path, item);
            }
        }

        Remove(inventory, "/v2/droplets", droplet);
        inventory.Team.Write(StatusPath(IdentityOf(droplet)), new JsonObject
        {
            ["droplet"] = Destroyed(IdentityOf(droplet), NameOf(droplet), now),
            ["resources"] = resources,
            ["completed_at"] = now.DeepClone(),
            ["failures"] = 0,
        });
        return AnswerBuilder.Document(request, null);
    }

    private static JsonObject? DropletOf(ApiRequest request)
    {
        var kind = request.Inventory.Model.Resources.AtPath("/v2/droplets")!;
        return request.Inventory.Find(kind, request.Inventory.Root(kind.Path), request.Route("droplet_id"));
    }

    private static List<JsonObject> Of(TeamInventory inventory, JsonObject droplet, string member)
    {
        var id = IdentityOf(droplet);
        return member switch
        {
            "volumes" => [.. inventory.Root("/v2/volumes").Items.Where(volume => IsAttached(volume, id))],
            "snapshots" => [.. inventory.Root("/v2/snapshots").Items.Where(snapshot => IsOf(snapshot, "droplet", id))],
            "volume_snapshots" => [.. Of(inventory, droplet, "volumes")
                .SelectMany(volume => inventory.Root("/v2/snapshots").Items.Where(snapshot => IsOf(snapshot, "volume", IdentityOf(volume))))],
            _ => [.. inventory.Root($"/v2/{member}").Items.Where(address => IsAt(address["droplet"], id))],
        };
    }

    private static bool IsAttached(JsonObject volume, string droplet) =>
        volume["droplet_ids"] is JsonArray droplets && droplets.Any(id => id?.ToString() == droplet);

    private static bool IsOf(JsonObject snapshot, string type, string id) =>
        TeamInventory.Text(snapshot["resource_type"]) == type && TeamInventory.Text(snapshot["resource_id"]) == id;

    // An address has the Droplet, or its ID.
    private static bool IsAt(JsonNode? droplet, string id) => droplet is JsonObject whole ? IdentityOf(whole) == id : TeamInventory.Text(droplet) == id;

    private static void Remove(TeamInventory inventory, string path, JsonObject item)
    {
        var kind = inventory.Model.Resources.AtPath(path)!;
        ResourceApi.Delete(inventory, new Place($"{path}/{TeamInventory.IdentityOf(kind, item)}", "", kind, inventory.Root(path), item, null, null), item);
    }

    private static JsonObject Destroyed(string id, string name, JsonValue now) => new() { ["id"] = id, ["name"] = name, ["destroyed_at"] = now.DeepClone(), ["error_message"] = "" };

    private static string StatusPath(string droplet) => $"/v2/droplets/{droplet}/destroy_with_associated_resources/status";

    private static string IdentityOf(JsonObject item) => TeamInventory.Text(item["id"]) ?? "";

    private static string IdentityOf(TeamInventory inventory, string path, JsonObject item) => TeamInventory.IdentityOf(inventory.Model.Resources.AtPath(path)!, item);

    private static string NameOf(JsonObject item) => TeamInventory.Text(item["name"]) ?? TeamInventory.Text(item["ip"]) ?? "";

    private static double Size(JsonObject item) => item["size_gigabytes"] is JsonValue size && size.TryGetValue<double>(out var gigabytes) ? gigabytes : 0;
}
