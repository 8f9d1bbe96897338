using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Resources;

/// <summary>Where an answer has what it is about.</summary>
/// <param name="Shape">The answer's shape.</param>
/// <param name="ListKey">The member that is a list of objects, if there is exactly one. Otherwise null.</param>
/// <param name="ItemShape">The shape of the list's items. Null if there is no list.</param>
/// <param name="MainKey">The member that is an object, if there is exactly one in addition to links and meta. Otherwise null.</param>
/// <param name="MainShape">The shape of that object. Null if there is none.</param>
internal sealed record AnswerLayout(Shape Shape, string? ListKey, Shape? ItemShape, string? MainKey, Shape? MainShape)
{
    /// <summary>The member with the addresses of other pages.</summary>
    public const string Links = "links";

    /// <summary>The member with the number of items.</summary>
    public const string Meta = "meta";

    /// <summary>The layout of an answer, or null if it has no members.</summary>
    public static AnswerLayout? Of(ShapeCatalog shapes, ShapeType? type)
    {
        if (type is null)
        {
            return null;
        }

        // Of alternatives the first one: a Droplet, and not several.
        var (meant, shape) = shapes.Resolve(type);
        shape ??= meant.Kind == ValueKind.Union ? meant.Alternatives.Select(alternative => shapes.Resolve(alternative).Shape).FirstOrDefault(found => found is not null) : null;
        if (shape is null || shape.Chooser is not null)
        {
            return null;
        }

        var members = shape.Members.Where(member => member.Name is not (Links or Meta)).ToList();
        var lists = members.Where(member => ItemOf(shapes, member.Type) is not null).ToList();
        var objects = members.Where(member => shapes.Resolve(member.Type).Shape is { Chooser: null }).ToList();
        var list = lists.Count == 1 ? lists[0] : null;
        var main = objects.Count == 1 ? objects[0] : null;
        return new AnswerLayout(
            shape,
            list?.Name,
            list is null ? null : ItemOf(shapes, list.Type),
            main?.Name,
            main is null ? null : shapes.Resolve(main.Type).Shape);
    }

    /// <summary>The shape of a list's items, or null if the type is not a list of objects.</summary>
    public static Shape? ItemOf(ShapeCatalog shapes, ShapeType type) =>
        shapes.Resolve(type).Type is { Kind: ValueKind.Array, Item: { } item } ? shapes.Resolve(item).Shape : null;
}
