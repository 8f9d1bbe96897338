using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Inventory;
using DoOAuth.Sandbox.Resources;

namespace DoOAuth.Sandbox.Api;

/// <summary>Filters a list by the parameters in the query that name a member.</summary>
internal static class ListFilter
{
    private const string Tag = "tag_name";

    /// <summary>The items that the query asks for.</summary>
    public static IReadOnlyList<JsonObject> Apply(ApiRequest request, ResourceKind kind, IReadOnlyList<JsonObject> items)
    {
        var filters = request.Shapes.Query
            .Where(parameter => parameter.Name is not ("page" or "per_page") && request.Query(parameter.Name).Length > 0 && (parameter.Name == Tag || kind.Shape.Find(parameter.Name) is not null))
            .Select(parameter => (parameter.Name, Values: request.Http.Request.Query[parameter.Name]))
            .ToList();
        return filters.Count == 0 ? items : [.. items.Where(item => filters.TrueForAll(filter => filter.Values.Any(value => Matches(item, filter.Name, value ?? ""))))];
    }

    private static bool Matches(JsonObject item, string name, string value) => (name == Tag ? item["tags"] : item[name]) switch
    {
        JsonArray array => array.Any(element => IsSame(element, value)),
        JsonObject inner => IsSame(inner["slug"] ?? inner["id"] ?? inner["name"], value),
        var scalar => IsSame(scalar, value),
    };

    private static bool IsSame(JsonNode? node, string value) => string.Equals(TeamInventory.Text(node), value, StringComparison.OrdinalIgnoreCase);
}
