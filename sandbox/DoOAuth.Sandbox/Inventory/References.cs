using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Resources;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>What other resources say about a resource: a volume has the IDs of its Droplets, a reserved IP has its Droplet.</summary>
internal static class References
{
    /// <summary>Removes an item of a root collection from the resources that refer to it: from lists such as <c>droplet_ids</c>, and from members such as <c>droplet</c>.</summary>
    public static void Remove(TeamInventory inventory, ResourceKind kind, JsonObject item)
    {
        var one = kind.Name.TrimEnd('s');
        var list = $"{one}_ids";
        var identity = TeamInventory.IdentityOf(kind, item);
        foreach (var other in inventory.Model.Resources.Kinds)
        {
            var isListed = other.Shape.Find(list) is { Type.Kind: ValueKind.Array };
            var isMember = other.Shape.Find(one) is { } member && IsOf(inventory, member.Type, kind);
            if ((isListed || isMember) && inventory.Team.Collection(other.Path) is { } collection)
            {
                foreach (var referring in collection.Items)
                {
                    RemoveFrom(referring, isListed ? list : null, isMember ? one : null, kind, identity);
                }
            }
        }
    }

    private static bool IsOf(TeamInventory inventory, ShapeType type, ResourceKind kind) =>
        type.Alternatives.Append(type).Any(one => inventory.Model.Shapes.Resolve(one).Shape is { } shape && inventory.Model.Resources.OfShape(shape) == kind);

    private static void RemoveFrom(JsonObject referring, string? list, string? member, ResourceKind kind, string identity)
    {
        if (list is not null && referring[list] is JsonArray identities && identities.FirstOrDefault(id => TeamInventory.Text(id) == identity) is { } found)
        {
            identities.Remove(found);
        }

        if (member is not null && (referring[member] is JsonObject whole ? TeamInventory.IdentityOf(kind, whole) : TeamInventory.Text(referring[member])) == identity)
        {
            referring[member] = null;
        }
    }
}
