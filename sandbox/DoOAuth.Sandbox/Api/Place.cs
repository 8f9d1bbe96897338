using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Inventory;
using DoOAuth.Sandbox.Resources;
using DoOAuth.Sandbox.Store;

namespace DoOAuth.Sandbox.Api;

/// <summary>The place in a team's resources that the path of a request means.</summary>
/// <param name="Path">The path, with the identities of the items in it.</param>
/// <param name="ItemPath">The path of the innermost item, or empty.</param>
/// <param name="Kind">The innermost kind whose collection or item is in the path, or null.</param>
/// <param name="Collection">The collection of <paramref name="Kind"/>, or null.</param>
/// <param name="Item">The innermost item, or null if the path ends with a collection.</param>
/// <param name="Parent">The item above the collection, or null.</param>
/// <param name="ParentKind">The kind of <paramref name="Parent"/>, or null.</param>
internal sealed record Place(string Path, string ItemPath, ResourceKind? Kind, StoredCollection? Collection, JsonObject? Item, JsonObject? Parent, ResourceKind? ParentKind)
{
    /// <summary>Finds the place.</summary>
    /// <returns>Null if an item in the path does not exist.</returns>
    public static Place? Of(ApiRequest request)
    {
        var map = request.Inventory.Model.Resources;
        var place = new Place("", "", null, null, null, null, null);
        var template = "";
        foreach (var segment in request.Operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment[0] != '{')
            {
                template = $"{template}/{segment}";
                place = place with { Path = $"{place.Path}/{segment}" };
                if (map.AtPath(template) is { } kind)
                {
                    place = place.At(request.Inventory, kind);
                }

                continue;
            }

            template = $"{template}/{segment}";
            var value = request.Route(segment[1..^1]);
            if (map.AtItemPath(template) is { } itemKind)
            {
                if (request.Inventory.Find(itemKind, place.Collection!, value) is not { } item)
                {
                    return null;
                }

                var path = $"{place.Path}/{TeamInventory.IdentityOf(itemKind, item)}";
                place = place with { Item = item, Path = path, ItemPath = path };
            }
            else
            {
                place = place with { Path = $"{place.Path}/{value}" };
            }
        }

        return place;
    }

    private Place At(TeamInventory inventory, ResourceKind kind) =>
        new(Path, ItemPath, kind, inventory.Collection(kind, Path, Item), null, Item ?? Parent, Item is null ? ParentKind : Kind);
}
