using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Bodies;

/// <summary>Composes plausible values from the examples of the shapes.</summary>
internal sealed class ExampleComposer(ShapeCatalog shapes)
{
    private const int DeepestRepetition = 1;

    private readonly BodyCheck _check = new(shapes);
    private readonly ConcurrentDictionary<(string Shape, string Member), string> _examples = new();

    /// <summary>A value of a type, as an answer has it.</summary>
    public JsonNode? Answer(ShapeType type) => Compose(type, [], isRequest: false);

    /// <summary>A value of a type, as a request has it.</summary>
    public JsonNode? Request(ShapeType type) => Compose(type, [], isRequest: true);

    /// <summary>A value of a member, as an answer has it. The caller owns it.</summary>
    public JsonNode? Answer(Shape shape, ShapeMember member) =>
        JsonNode.Parse(_examples.GetOrAdd((shape.Name, member.Name), _ => Member(member, [shape.Name], isRequest: false)?.ToJsonString() ?? "null"));

    private JsonNode? Compose(ShapeType type, List<string> path, bool isRequest)
    {
        var (meant, shape) = shapes.Resolve(type);
        return meant.Kind switch
        {
            ValueKind.Named => Object(shape!, path, isRequest),
            ValueKind.Array => Array(meant, path, isRequest),
            ValueKind.Map => Compose(meant.Item!, path, isRequest) is { } value ? new JsonObject { ["key"] = value } : new JsonObject(),
            ValueKind.Union => Union(meant, path, isRequest),
            ValueKind.FreeObject or ValueKind.Any => new JsonObject(),
            ValueKind.Boolean => JsonValue.Create(false),
            ValueKind.Integer or ValueKind.Number => meant.Values is [var number, ..] ? JsonNode.Parse(number) : JsonValue.Create(1),
            _ => JsonValue.Create(ExampleText.Of(meant)),
        };
    }

    private JsonNode? Object(Shape shape, List<string> path, bool isRequest)
    {
        if (path.Count(name => name == shape.Name) > DeepestRepetition)
        {
            return null;
        }

        if (shape.Chooser is { } chooser)
        {
            var value = Compose(shape.Members[0].Type, path, isRequest);
            value![chooser] = shape.Members[0].Name;
            return value;
        }

        var composed = new JsonObject();
        List<string> inner = [.. path, shape.Name];
        foreach (var member in shape.Members)
        {
            if (member.Name == ShapeMember.Others || (isRequest ? member.IsReadOnly || !member.IsRequired : member.IsWriteOnly))
            {
                continue;
            }

            var value = Member(member, inner, isRequest);
            if (value is not null || member.IsRequired || CanBeNull(member.Type))
            {
                composed[member.Name] = value;
            }
        }

        return composed;
    }

    private JsonNode? Member(ShapeMember member, List<string> path, bool isRequest)
    {
        if (member.Example.Length > 0 && JsonNode.Parse(member.Example) is { } example)
        {
            if (_check.IsValid(member.Type, member.Limits, example) && !LosesMembers(member.Type, example))
            {
                return example;
            }
        }

        if (CanBeNull(member.Type) && shapes.Resolve(member.Type).Type.Kind is not (ValueKind.Named or ValueKind.Array))
        {
            return null;
        }

        var composed = Compose(member.Type, path, isRequest);
        return composed is JsonValue value ? Limited(member, value) : composed;
    }

    // The members of an object have examples of their own, and an answer has all of them.
    private bool LosesMembers(ShapeType type, JsonNode example)
    {
        var (meant, shape) = shapes.Resolve(type);
        return shape is not null ? example is JsonObject
            : meant.Item is { } item ? shapes.Resolve(item).Shape is not null && example is JsonArray { Count: > 0 }
            : meant.Kind == ValueKind.Union && example is JsonObject && meant.Alternatives.Any(alternative => shapes.Resolve(alternative).Shape is not null);
    }

    private static JsonNode Limited(ShapeMember member, JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.Number when member.Limits.Least is { } least && value.GetValue<int>() < least => JsonNode.Parse(least.ToString(CultureInfo.InvariantCulture))!,
        JsonValueKind.String when member.Type is { Format: "", Values.Count: 0 } => JsonValue.Create(ExampleText.Named(member.Name, member.Limits)),
        _ => value,
    };

    private JsonArray Array(ShapeType type, List<string> path, bool isRequest) =>
        Compose(type.Item!, path, isRequest) is { } item && !(isRequest && shapes.Resolve(type.Item!).Type.Kind is ValueKind.Any) ? [item] : [];

    // The alternative that says most: 'an empty object, or a Droplet' is a Droplet.
    private JsonNode? Union(ShapeType type, List<string> path, bool isRequest)
    {
        var alternatives = type.Alternatives.OrderBy(alternative => shapes.Resolve(alternative).Shape is null).ThenBy(alternative => alternative.Kind is ValueKind.FreeObject or ValueKind.Any);
        return Compose(alternatives.First(), path, isRequest);
    }

    private bool CanBeNull(ShapeType type) => type.IsNullable || shapes.Resolve(type).Type.IsNullable;
}
