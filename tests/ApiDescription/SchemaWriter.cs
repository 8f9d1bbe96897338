using System.Text.Json.Nodes;
using DoOAuth.Shapes;

namespace DoOAuth.ApiDescription;

/// <summary>Writes shapes as schemas of OpenAPI 3.0.</summary>
internal static class SchemaWriter
{
    /// <summary>The schema of a shape.</summary>
    public static JsonObject Of(Shape shape)
    {
        if (shape.Alias is { } alias)
        {
            return Of(alias);
        }

        if (shape.Chooser is { } chooser)
        {
            return new JsonObject
            {
                ["oneOf"] = new JsonArray([.. shape.Members.Select(member => Of(member.Type))]),
                ["discriminator"] = new JsonObject
                {
                    ["propertyName"] = chooser,
                    ["mapping"] = new JsonObject(shape.Members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)Reference(member.Type.Name)))),
                },
            };
        }

        var members = shape.Members.Where(member => member.Name != ShapeMember.Others).ToList();
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)Member(member)))),
        };
        if (members.Exists(member => member.IsRequired))
        {
            schema["required"] = new JsonArray([.. members.Where(member => member.IsRequired).Select(member => JsonValue.Create(member.Name))]);
        }

        if (shape.Find(ShapeMember.Others) is { } others)
        {
            schema["additionalProperties"] = others.Type.Kind == ValueKind.Any ? JsonValue.Create(true) : Of(others.Type);
        }

        return schema;
    }

    /// <summary>The schema of a type.</summary>
    public static JsonObject Of(ShapeType type)
    {
        var schema = NotNull(type);
        if (type.IsNullable)
        {
            schema = type.Kind == ValueKind.Named ? new JsonObject { ["allOf"] = new JsonArray(schema) } : schema;
            schema["nullable"] = true;
        }

        return schema;
    }

    private static JsonObject Member(ShapeMember member)
    {
        var schema = Of(member.Type);
        var decoration = new JsonObject();
        Add(decoration, "example", member.Example);
        Add(decoration, "default", member.Default);
        if (member.IsReadOnly || member.IsWriteOnly)
        {
            decoration[member.IsReadOnly ? "readOnly" : "writeOnly"] = true;
        }

        foreach (var (name, value) in Limits(member.Limits))
        {
            decoration[name] = value;
        }

        if (decoration.Count == 0)
        {
            return schema;
        }

        if (schema.ContainsKey("$ref"))
        {
            schema = new JsonObject { ["allOf"] = new JsonArray(schema) };
        }

        foreach (var (name, value) in decoration)
        {
            schema[name] = value?.DeepClone();
        }

        return schema;
    }

    private static IEnumerable<(string Name, JsonNode Value)> Limits(ValueLimits limits)
    {
        (string Name, JsonNode? Value)[] all =
        [
            ("minimum", limits.Least is { } least ? JsonValue.Create(least) : null),
            ("maximum", limits.Most is { } most ? JsonValue.Create(most) : null),
            ("minLength", limits.Shortest is { } shortest ? JsonValue.Create(shortest) : null),
            ("maxLength", limits.Longest is { } longest ? JsonValue.Create(longest) : null),
            ("minItems", limits.Fewest is { } fewest ? JsonValue.Create(fewest) : null),
            ("maxItems", limits.MostItems is { } mostItems ? JsonValue.Create(mostItems) : null),
            ("pattern", limits.Pattern is { } pattern ? JsonValue.Create(pattern) : null),
        ];
        return all.Where(limit => limit.Value is not null).Select(limit => (limit.Name, limit.Value!));
    }

    private static void Add(JsonObject schema, string name, string json)
    {
        if (json.Length > 0)
        {
            schema[name] = JsonNode.Parse(json);
        }
    }

    private static JsonObject NotNull(ShapeType type) => type.Kind switch
    {
        ValueKind.Named => new JsonObject { ["$ref"] = Reference(type.Name) },
        ValueKind.Array => new JsonObject { ["type"] = "array", ["items"] = Of(type.Item!) },
        ValueKind.Map => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(type.Item!) },
        ValueKind.Union => new JsonObject { ["anyOf"] = new JsonArray([.. type.Alternatives.Select(Of)]) },
        ValueKind.FreeObject => new JsonObject { ["type"] = "object" },
        ValueKind.Any => [],
        ValueKind.Text => Scalar("string", type),
        ValueKind.Integer => Scalar("integer", type),
        ValueKind.Number => Scalar("number", type),
        _ => Scalar("boolean", type),
    };

    private static JsonObject Scalar(string name, ShapeType type)
    {
        var schema = new JsonObject { ["type"] = name };
        if (type.Format.Length > 0)
        {
            schema["format"] = type.Format;
        }

        if (type.Values.Count > 0)
        {
            schema["enum"] = new JsonArray([.. type.Values.Select(value => type.Kind == ValueKind.Text ? JsonValue.Create(value) : JsonNode.Parse(value))]);
        }

        return schema;
    }

    private static string Reference(string name) => $"#/components/schemas/{name}";
}
