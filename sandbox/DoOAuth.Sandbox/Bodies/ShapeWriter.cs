using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Bodies;

/// <summary>
/// Writes stored JSON in a shape: exactly the members that the shape has. What is not stored gets the value of the shape's examples.
/// </summary>
/// <param name="shapes">The shapes.</param>
/// <param name="examples">The examples.</param>
/// <param name="resolve">Finds the object of a shape that a stored text or number names, such as the region of <c>nyc3</c>.</param>
internal sealed class ShapeWriter(ShapeCatalog shapes, ExampleComposer examples, Func<Shape, string, JsonObject?> resolve)
{
    /// <summary>Writes a value.</summary>
    public void Write(Utf8JsonWriter writer, ShapeType type, JsonNode? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        var (meant, shape) = shapes.Resolve(type);
        switch (meant.Kind)
        {
            case ValueKind.Named when value is JsonObject stored:
                WriteObject(writer, shape!, stored);
                break;
            case ValueKind.Named or ValueKind.Union when value is JsonValue && Named(meant).Any():
                WriteNamed(writer, type, meant, value.ToString());
                break;
            case ValueKind.Array when value is JsonArray array:
                writer.WriteStartArray();
                foreach (var item in array)
                {
                    Write(writer, meant.Item!, item);
                }

                writer.WriteEndArray();
                break;
            case ValueKind.Union when value is JsonObject stored && Fitting(meant, stored) is { } alternative:
                WriteObject(writer, alternative, stored);
                break;
            case ValueKind.Text when meant.Values.Count > 0 && !meant.Values.Contains(value.ToString(), StringComparer.Ordinal):
                // One answer says "in-progress", and another "IN_PROGRESS".
                writer.WriteStringValue(meant.Values.FirstOrDefault(other => IsSameWord(other, value.ToString())) ?? ExampleText.Of(meant));
                break;
            case ValueKind.Text when value.GetValueKind() == JsonValueKind.Number:
                // The same ID is a number in one answer and a text in another.
                writer.WriteStringValue(value.ToJsonString());
                break;
            case ValueKind.Integer when value.GetValueKind() == JsonValueKind.String && long.TryParse(value.GetValue<string>(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                writer.WriteNumberValue(number);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>Writes the members of an object, without its braces.</summary>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="stored">The stored members.</param>
    /// <param name="leaveOut">The members that the caller writes.</param>
    public void WriteMembers(Utf8JsonWriter writer, Shape shape, JsonObject stored, Func<string, bool>? leaveOut = null)
    {
        foreach (var member in shape.Members)
        {
            if (member.IsWriteOnly || leaveOut?.Invoke(member.Name) == true)
            {
                continue;
            }

            if (member.Name == ShapeMember.Others)
            {
                foreach (var (name, value) in stored.Where(pair => shape.Find(pair.Key) is null))
                {
                    writer.WritePropertyName(name);
                    Write(writer, member.Type, value);
                }
            }
            else if (stored.TryGetPropertyValue(member.Name, out var value) && (value is not null || CanBeNull(member.Type)))
            {
                writer.WritePropertyName(member.Name);
                Write(writer, member.Type, value);
            }
            else if (examples.Answer(shape, member) is { } example)
            {
                writer.WritePropertyName(member.Name);
                Write(writer, member.Type, example);
            }
            else if (CanBeNull(member.Type))
            {
                writer.WriteNull(member.Name);
            }
        }
    }

    private static bool IsSameWord(string left, string right) =>
        string.Equals(left.Replace('_', '-'), right.Replace('_', '-'), StringComparison.OrdinalIgnoreCase);

    private void WriteNamed(Utf8JsonWriter writer, ShapeType type, ShapeType meant, string identity)
    {
        var (shape, found) = Named(meant).Select(shape => (shape, resolve(shape, identity))).FirstOrDefault(pair => pair.Item2 is not null);
        if (found is not null)
        {
            WriteObject(writer, shape, found);
        }
        else if (CanBeNull(type) || meant.Kind == ValueKind.Union)
        {
            writer.WriteNullValue();
        }
        else
        {
            examples.Answer(type)!.WriteTo(writer);
        }
    }

    private IEnumerable<Shape> Named(ShapeType meant) =>
        meant.Kind == ValueKind.Named ? [shapes.Resolve(meant).Shape!] : meant.Alternatives.Select(alternative => shapes.Resolve(alternative).Shape).OfType<Shape>();

    private void WriteObject(Utf8JsonWriter writer, Shape shape, JsonObject stored)
    {
        writer.WriteStartObject();
        WriteMembers(writer, shape, stored);
        writer.WriteEndObject();
    }

    // The alternative that has most of the members.
    private Shape? Fitting(ShapeType union, JsonObject stored) => union.Alternatives
        .Select(alternative => shapes.Resolve(alternative).Shape)
        .OfType<Shape>()
        .Where(shape => shape.Chooser is null)
        .MaxBy(shape => stored.Count(pair => shape.Find(pair.Key) is not null) - shape.Members.Count(member => member.IsRequired && !stored.ContainsKey(member.Name)));

    private bool CanBeNull(ShapeType type) =>
        type.IsNullable || (shapes.Resolve(type).Type is var meant && (meant.IsNullable || meant.Kind == ValueKind.Any || meant.Alternatives.Any(CanBeNull)));
}
