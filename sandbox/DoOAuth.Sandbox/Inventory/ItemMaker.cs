using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Resources;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>Makes and changes items as requests ask for it.</summary>
internal sealed class ItemMaker(TeamInventory inventory)
{
    /// <summary>The shapes that a request names by a slug, an ID or a name that must exist.</summary>
    private static readonly HashSet<string> MustExist = new(StringComparer.Ordinal) { "region", "size", "image" };

    // What a request can name an object by, the most likely first.
    private static readonly string[] Identities = ["slug", "id", "uuid", "name"];

    /// <summary>A new item.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="request">The shape of the request, or null if it has none.</param>
    /// <param name="body">The request.</param>
    /// <exception cref="RequestRefusedException">The request names something that does not exist.</exception>
    public JsonObject Make(ResourceKind kind, Shape? request, JsonObject body)
    {
        var item = new JsonObject();
        foreach (var member in kind.Shape.Members.Where(member => member.Name != ShapeMember.Others))
        {
            if (member.Name == kind.Identity && !(kind.IsNamed && body[member.Name] is JsonValue))
            {
                item[member.Name] = NewIdentity.For(kind, inventory.Team);
            }
            else if (body[member.Name] is { } value)
            {
                item[member.Name] = Converted(member, value);
            }
            else if (Related(member, body) is { } related)
            {
                item[member.Name] = related;
            }
            else if (Initial(kind, member, request?.Find(member.Name) is { IsReadOnly: false } requested ? requested : null) is var initial && (initial is not null || member.IsRequired || CanBeNull(member.Type)))
            {
                item[member.Name] = initial;
            }
        }

        ItemDetails.CompleteNew(inventory, kind, item);
        return item;
    }

    /// <summary>Changes an item: what the request has replaces what the item has.</summary>
    /// <exception cref="RequestRefusedException">The request names something that does not exist.</exception>
    public void Change(ResourceKind kind, JsonObject item, JsonObject body)
    {
        foreach (var (name, value) in body)
        {
            if (name != kind.Identity && kind.Shape.Find(name) is { } member)
            {
                // A client in Go sends null for what it does not change.
                if (value is not null || CanBeNull(member.Type))
                {
                    item[name] = value is null ? null : Converted(member, value);
                }
            }
            else if (value is not null && kind.Shape.Members.FirstOrDefault(other => IsRelation(other, name)) is { } relation && Lookup(relation, value) is { } related)
            {
                item[relation.Name] = related;
            }
        }

        ItemDetails.Complete(kind, item);
        if (kind.Shape.Find("updated_at") is not null)
        {
            item["updated_at"] = Time();
        }
    }

    /// <summary>Adds the items of a request's lists to the item's lists, or removes them.</summary>
    public void ChangeLists(ResourceKind kind, JsonObject item, JsonObject body, bool remove)
    {
        foreach (var (name, value) in body)
        {
            if (value is JsonArray changed && kind.Shape.Find(name) is { } list && IsListOfTheSame(list, changed))
            {
                var kept = (item[name] as JsonArray ?? []).Where(old => !changed.Any(other => JsonNode.DeepEquals(old, other))).Select(old => old?.DeepClone());
                item[name] = new JsonArray([.. remove ? kept : kept.Concat(changed.Select(added => added?.DeepClone()))]);
            }
            else if (value is not null and not JsonArray && !remove && kind.Shape.Find(name) is { } member)
            {
                item[name] = Converted(member, value);
            }
        }
    }

    /// <summary>The time as the API writes it.</summary>
    public JsonValue Time() => ApiTime.Of(inventory.Now);

    private JsonNode? Converted(ShapeMember member, JsonNode value) => Converted(member.Name, member.Type, value);

    private JsonNode? Converted(string name, ShapeType type, JsonNode value)
    {
        var (meant, shape) = inventory.Model.Shapes.Resolve(type);
        if (shape is not null && value is JsonValue)
        {
            return Named(name, shape, value);
        }

        if (meant.Kind == ValueKind.Array && value is JsonArray array)
        {
            return new JsonArray([.. array.Select(item => item is null ? null : Converted(name, meant.Item!, item))]);
        }

        if (shape is { Chooser: null } && value is JsonObject inner && inventory.Model.Resources.OfShape(shape) is { EmbeddedIn: not null } embedded)
        {
            return Make(embedded, null, inner);
        }

        if (shape is { Chooser: null } && value is JsonObject given)
        {
            return new JsonObject(shape.Members
                .Where(member => given.ContainsKey(member.Name))
                .Select(member => KeyValuePair.Create(member.Name, given[member.Name] is { } child ? Converted(member.Name, member.Type, child) : null)));
        }

        // A text where answers have a number, or the other way round, is left to the examples.
        return (meant.Kind, value) switch
        {
            (ValueKind.Text, JsonValue) => JsonValue.Create(value.ToString()),
            (ValueKind.Text or ValueKind.Integer or ValueKind.Number or ValueKind.Boolean, not JsonValue) => inventory.Model.Examples.Answer(type),
            (ValueKind.Array, not JsonArray) or (ValueKind.Map or ValueKind.FreeObject or ValueKind.Named, not JsonObject) => inventory.Model.Examples.Answer(type),
            _ => value.DeepClone(),
        };
    }

    // A request says "nyc3", and the answer has the region: what is stored is its identity.
    private JsonNode? Named(string name, Shape shape, JsonNode value)
    {
        if (Identity(shape, value) is { } identity)
        {
            return identity;
        }

        if (MustExist.Contains(shape.Name))
        {
            throw new RequestRefusedException($"{name}: there is no {shape.Name} {value}.");
        }

        var composed = new JsonObject(shape.Members.Where(member => member.Name != ShapeMember.Others).Select(member => KeyValuePair.Create(member.Name, inventory.Model.Examples.Answer(shape, member))));
        if (Identities.FirstOrDefault(member => shape.Find(member) is not null) is { } identified)
        {
            composed[identified] = value.DeepClone();
        }

        return composed;
    }

    private JsonNode? Related(ShapeMember member, JsonObject body) =>
        body.Where(pair => pair.Value is JsonValue && IsRelation(member, pair.Key)).Select(pair => Lookup(member, pair.Value!)).FirstOrDefault(found => found is not null);

    // A request says droplet_id, and the answer has the Droplet.
    private bool IsRelation(ShapeMember member, string name) =>
        name.StartsWith(member.Name + "_", StringComparison.Ordinal)
        && name[(member.Name.Length + 1)..] is "id" or "uuid" or "slug"
        && Shapes(member.Type).Any();

    private JsonNode? Lookup(ShapeMember member, JsonNode value) =>
        Shapes(member.Type).Select(shape => Identity(shape, value)).FirstOrDefault(found => found is not null);

    private IEnumerable<Shape> Shapes(ShapeType type)
    {
        var (meant, shape) = inventory.Model.Shapes.Resolve(type);
        return shape is not null ? [shape] : meant.Alternatives.SelectMany(Shapes);
    }

    private JsonNode? Identity(Shape shape, JsonNode value) =>
        inventory.Model.Resources.OfShape(shape) is { EmbeddedIn: null } kind && !kind.Path.Contains('{', StringComparison.Ordinal)
            ? inventory.Find(kind, value.ToString())?[kind.Identity]?.DeepClone()
            : null;

    // What a request could have said and did not has its default, or nothing. What only the server knows is plausible.
    private JsonNode? Initial(ResourceKind kind, ShapeMember member, ShapeMember? requested)
    {
        var (meant, shape) = inventory.Model.Shapes.Resolve(member.Type);
        if (member.Name is "created_at" or "updated_at" or "started_at" or "registered_at")
        {
            return Time();
        }

        if (requested is not null)
        {
            return requested.Default.Length > 0 ? Converted(member, JsonNode.Parse(requested.Default) ?? new JsonObject())
                : meant.Kind switch
                {
                    _ when CanBeNull(member.Type) => null,
                    ValueKind.Array => new JsonArray(),
                    ValueKind.Map or ValueKind.FreeObject => new JsonObject(),
                    ValueKind.Boolean => JsonValue.Create(false),
                    ValueKind.Integer when meant.Values.Count == 0 => JsonValue.Create((long)(member.Limits.Least ?? 0)),
                    ValueKind.Text when member.Type.Values.Count == 0 && member.Type.Format.Length == 0 && meant.Values.Count == 0 && member.Limits.Pattern is null => JsonValue.Create(""),
                    _ => inventory.Model.Examples.Answer(kind.Shape, member),
                };
        }

        return meant.Kind == ValueKind.Array && IsRelations(member.Name) && member.Limits.Fewest is null ? new JsonArray()
            : shape is null && meant.Kind == ValueKind.Union && CanBeNull(member.Type) ? null
            : member.Name is "default" or "is_default" ? JsonValue.Create(false)
            : inventory.Model.Examples.Answer(kind.Shape, member);
    }

    // A request can name the nodes of a pool by their IDs: those are no nodes.
    private bool IsListOfTheSame(ShapeMember list, JsonArray changed) =>
        inventory.Model.Shapes.Resolve(list.Type).Type is { Item: { } item }
        && changed.All(value => (value is JsonObject) == (inventory.Model.Shapes.Resolve(item).Shape is not null));

    private bool CanBeNull(ShapeType type) =>
        type.IsNullable || (inventory.Model.Shapes.Resolve(type).Type is var meant && (meant.IsNullable || meant.Alternatives.Any(alternative => alternative.IsNullable)));

    private static bool IsRelations(string name) => name.EndsWith("_ids", StringComparison.Ordinal) || name is "tags" or "pending_changes";
}
