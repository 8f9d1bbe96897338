using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Bodies;

/// <summary>Checks JSON against a shape.</summary>
internal sealed class BodyCheck(ShapeCatalog shapes)
{
    /// <summary>Checks a request body. Members that only answers have are ignored, and so are members that no shape describes.</summary>
    /// <returns>The first error, as a sentence that names the member, or null if the body is valid.</returns>
    public string? Complaint(ShapeType type, JsonNode? body) => Check(type, ValueLimits.None, body, "");

    /// <summary>Whether a value is valid for a member.</summary>
    public bool IsValid(ShapeType type, ValueLimits limits, JsonNode? value) => Check(type, limits, value, "") is null;

    private string? Check(ShapeType type, ValueLimits limits, JsonNode? value, string at)
    {
        var (meant, shape) = shapes.Resolve(type);
        if (value is null)
        {
            return type.IsNullable || meant.IsNullable || meant.Kind == ValueKind.Any ? null : $"{Name(at)} must not be null.";
        }

        return meant.Kind switch
        {
            ValueKind.Named => shape!.Chooser is { } chooser ? CheckChoice(shape, chooser, value, at) : CheckObject(shape, value, at),
            ValueKind.Union => CheckUnion(meant, limits, value, at),
            ValueKind.Array => value is JsonArray array ? CheckItems(meant.Item!, limits, array, at) : Wrong(at, "a list"),
            ValueKind.Map => value is JsonObject map ? map.Select(pair => Check(meant.Item!, ValueLimits.None, pair.Value, $"{at}.{pair.Key}")).FirstOrDefault(fault => fault is not null) : Wrong(at, "an object"),
            ValueKind.FreeObject => value is JsonObject ? null : Wrong(at, "an object"),
            ValueKind.Any => null,
            _ => ScalarCheck.Complaint(meant, limits, value) is { } fault ? $"{Name(at)} {fault}" : null,
        };
    }

    private string? CheckObject(Shape shape, JsonNode value, string at)
    {
        if (value is not JsonObject body)
        {
            return Wrong(at, "an object");
        }

        foreach (var member in shape.Members.Where(member => !member.IsReadOnly && member.Name != ShapeMember.Others))
        {
            var place = at.Length == 0 ? member.Name : $"{at}.{member.Name}";
            if (!body.TryGetPropertyValue(member.Name, out var child))
            {
                if (member.IsRequired)
                {
                    return $"{place} is required.";
                }
            }
            else if ((member.IsRequired || !IsLeftOut(child)) && Check(member.Type, member.Limits, child, place) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    // Clients in Go and Python send null or an empty text for what they leave out.
    private static bool IsLeftOut(JsonNode? value) =>
        value is null || (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>().Length == 0);

    private string? CheckChoice(Shape shape, string chooser, JsonNode value, string at)
    {
        if (value is not JsonObject body)
        {
            return Wrong(at, "an object");
        }

        if (body[chooser] is not JsonValue chosen || chosen.GetValueKind() != JsonValueKind.String)
        {
            return $"{Name(at.Length == 0 ? chooser : $"{at}.{chooser}")} is required.";
        }

        return shape.Find(chosen.GetValue<string>()) is { } alternative
            ? Check(alternative.Type, ValueLimits.None, value, at)
            : $"{Name(chooser)} must be one of {string.Join(", ", shape.Members.Select(member => member.Name))}.";
    }

    private string? CheckUnion(ShapeType type, ValueLimits limits, JsonNode value, string at)
    {
        string? first = null;
        foreach (var alternative in type.Alternatives)
        {
            if (Check(alternative, limits, value, at) is not { } fault)
            {
                return null;
            }

            first ??= fault;
        }

        return first;
    }

    private string? CheckItems(ShapeType item, ValueLimits limits, JsonArray array, string at)
    {
        if (array.Count < limits.Fewest)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Name(at)} must have at least {limits.Fewest} items.");
        }

        if (array.Count > limits.MostItems)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Name(at)} must have at most {limits.MostItems} items.");
        }

        return array.Select((child, index) => Check(item, ValueLimits.None, child, string.Create(CultureInfo.InvariantCulture, $"{at}[{index}]"))).FirstOrDefault(fault => fault is not null);
    }

    private static string Wrong(string at, string expected) => $"{Name(at)} must be {expected}.";

    private static string Name(string at) => at.Length == 0 ? "The body" : at;
}
