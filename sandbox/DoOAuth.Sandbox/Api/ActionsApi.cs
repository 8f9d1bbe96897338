using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Inventory;
using DoOAuth.Sandbox.Resources;

namespace DoOAuth.Sandbox.Api;

/// <summary><c>POST …/actions</c>: starts an action on a resource.</summary>
internal static class ActionsApi
{
    /// <summary>Starts the action of the body on the resource in the path.</summary>
    /// <returns>Null if the resource does not exist.</returns>
    public static ApiResult? Post(ApiRequest request)
    {
        // Where actions are not listed, the path ends with the resource.
        return Place.Of(request) switch
        {
            { Item: { } resource, Kind: { } kind } => AnswerBuilder.Object(request, Start(request, kind, resource)),
            { Parent: { } resource, ParentKind: { } kind } => AnswerBuilder.Object(request, Start(request, kind, resource)),
            _ => null,
        };
    }

    /// <summary><c>POST /v2/droplets/actions</c>: starts the action on all Droplets with a tag.</summary>
    public static ApiResult PostByTag(ApiRequest request)
    {
        var inventory = request.Inventory;
        var kind = inventory.Model.Resources.AtPath("/v2/droplets")!;
        var tagged = inventory.Root(kind.Path).Items.Where(droplet => Tags.Has(droplet, request.Query("tag_name"))).ToList();
        var actions = tagged.Select(droplet => Start(request, kind, droplet)).ToList();
        return AnswerBuilder.Of(request, request.Layout!.Shape, new JsonObject { ["actions"] = new JsonArray([.. actions.Select(action => action.DeepClone())]) });
    }

    /// <summary><c>POST /v2/volumes/actions</c>: starts an action on the volume that the body names; without a name, on the first one.</summary>
    /// <returns>Null if the volume does not exist.</returns>
    public static ApiResult? PostByName(ApiRequest request)
    {
        var kind = request.Inventory.Model.Resources.AtPath("/v2/volumes")!;
        var name = request.Text("volume_name");
        var volume = request.Inventory.Root(kind.Path).Items.FirstOrDefault(volume => name is null || TeamInventory.Text(volume["name"]) == name);
        return volume is null ? null : AnswerBuilder.Object(request, Start(request, kind, volume));
    }

    private static JsonObject Start(ApiRequest request, ResourceKind kind, JsonObject resource)
    {
        var type = request.Text("type") ?? "update";
        var effect = ActionEffects.Of(request, kind, resource, type);
        return Actions.Start(request.Inventory, NameOf(kind, type), TypeOf(kind), resource, kind.Path, effect);
    }

    // An answer names some actions in another way than the request.
    private static string NameOf(ResourceKind kind, string type) => (kind.Path, type) switch
    {
        ("/v2/volumes", "attach" or "detach" or "resize") => type + "_volume",
        ("/v2/reserved_ips" or "/v2/reserved_ipv6" or "/v2/floating_ips", "assign" or "unassign") => type + "_ip",
        _ => type,
    };

    private static string TypeOf(ResourceKind kind) => kind.Path switch
    {
        "/v2/volumes" => "volume",
        "/v2/images" => "image",
        "/v2/reserved_ips" => "reserved_ip",
        "/v2/reserved_ipv6" => "reserved_ipv6",
        "/v2/floating_ips" => "floating_ip",
        "/v2/nfs" => "SHARE",
        _ => "droplet",
    };
}
