using System.Globalization;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Resources;
using DoOAuth.Sandbox.Store;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>What a team has from the start: one item of each kind, with the identity that the API's examples use, and what a list of its own says.</summary>
/// <param name="lists">Lists of items for collections, by path.</param>
internal sealed class Samples(IReadOnlyDictionary<string, Func<TeamInventory, IEnumerable<JsonObject>>> lists)
{
    /// <summary>Fills a collection that is asked for the first time.</summary>
    public void Fill(TeamInventory inventory, ResourceKind kind, string path, StoredCollection collection)
    {
        IEnumerable<JsonObject> items = lists.TryGetValue(path, out var list) ? list(inventory) : [One(inventory, kind)];
        foreach (var item in items)
        {
            if (TeamInventory.IdentityOf(kind, item) is { Length: > 0 } identity && collection.Find(identity) is null)
            {
                collection.Add(identity, item);
                inventory.Team.MarkAsSample(item);
            }
        }
    }

    private static JsonObject One(TeamInventory inventory, ResourceKind kind)
    {
        var item = new JsonObject();
        foreach (var member in kind.Shape.Members.Where(member => member.Name != DoOAuth.Shapes.ShapeMember.Others && !member.IsWriteOnly))
        {
            if (inventory.Model.Examples.Answer(kind.Shape, member) is { } value)
            {
                item[member.Name] = value;
            }
        }

        if (kind.Parameter?.Example is { Length: > 0 } identity)
        {
            item[kind.Identity] = kind.IsNumbered && long.TryParse(identity, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? JsonValue.Create(number)
                : JsonValue.Create(identity);
        }

        return item;
    }
}
