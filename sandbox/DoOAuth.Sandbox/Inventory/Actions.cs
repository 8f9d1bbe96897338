using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>Actions: what happens to a resource, first <c>in-progress</c>, then <c>completed</c>.</summary>
internal static class Actions
{
    private const string All = "/v2/actions";

    /// <summary>Starts an action.</summary>
    /// <param name="inventory">What the team has.</param>
    /// <param name="type">What happens, such as <c>power_off</c>.</param>
    /// <param name="resourceType">The type of the resource, such as <c>droplet</c>.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="path">The path of the resource's collection, with the identities in it.</param>
    /// <param name="effect">What changes when the action is completed.</param>
    /// <returns>The action.</returns>
    public static JsonObject Start(TeamInventory inventory, string type, string resourceType, JsonObject resource, string path, Action effect)
    {
        var resources = inventory.Model.Resources;
        var kind = resources.AtPath(All)!;
        var region = TeamInventory.Text(resource["region"]) ?? TeamInventory.Text((resource["region"] as JsonObject)?["slug"]);
        var all = inventory.Root(All);
        var identity = resource["id"] ?? resource["ip"];
        var action = new JsonObject
        {
            ["id"] = NewIdentity.For(kind, inventory.Team),
            ["status"] = "in-progress",
            ["type"] = type,
            ["started_at"] = ApiTime.Of(inventory.Now),
            ["completed_at"] = null,
            ["resource_id"] = identity is JsonValue number && number.TryGetValue<long>(out var id) ? id : null,
            ["resource_type"] = resourceType,
            ["region"] = region,
            ["region_slug"] = region,
        };
        all.Add(action["id"]!.ToString(), action);
        if (resources.Kinds.FirstOrDefault(own => own.Name == "actions" && own.Path.StartsWith(Template(path), StringComparison.Ordinal)) is { } ownKind)
        {
            inventory.Collection(ownKind, $"{path}/{identity}/actions", resource).Add(action["id"]!.ToString(), action);
        }

        inventory.Team.Later(inventory.Now + inventory.ActionTime, () =>
        {
            action["status"] = "completed";
            action["completed_at"] = ApiTime.Of(inventory.Now + inventory.ActionTime);
            effect();
        });
        return action;
    }

    private static string Template(string path) => path + "/{";
}
