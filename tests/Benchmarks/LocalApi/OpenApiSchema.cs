using System.Text.Json.Nodes;
using DoOAuth.Shapes;

namespace DoOAuth.Benchmarks.LocalApi;

/// <summary>Writes shapes as the schemas of an OpenAPI description.</summary>
internal static class OpenApiSchema
{
    /// <summary>The schema of a named shape.</summary>
    public static JsonObject Of(Shape shape)
    {
        if (shape.Alias is { } alias)
        {
            return Of(alias);
        }

        if (shape.Chooser is not null)
        {
            return new JsonObject { ["anyOf"] = new JsonArray([.. shape.Members.Select(alternative => (JsonNode)Of(alternative.Type))]) };
        }

        var schema = new JsonObject { ["type"] = "object" };
        var properties = new JsonObject();
        foreach (var member in shape.Members.Where(member => member.Name != ShapeMember.Others))
        {
            properties[member.Name] = Of(member);
        }

        schema["properties"] = properties;
        if (shape.Members.Where(member => member.IsRequired).Select(member => (JsonNode)member.Name).ToArray() is { Length: > 0 } required)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }

    /// <summary>The schema of a type.</summary>
    public static JsonObject Of(ShapeType type)
    {
        var schema = type.Kind switch
        {
            ValueKind.Text => WithFormat("string", type),
            ValueKind.Integer => WithFormat("integer", type),
            ValueKind.Number => WithFormat("number", type),
            ValueKind.Boolean => new JsonObject { ["type"] = "boolean" },
            ValueKind.FreeObject => new JsonObject { ["type"] = "object" },
            ValueKind.Named => new JsonObject { ["$ref"] = $"#/components/schemas/{type.Name}" },
            ValueKind.Array => new JsonObject { ["type"] = "array", ["items"] = Of(type.Item!) },
            ValueKind.Map => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(type.Item!) },
            ValueKind.Union => new JsonObject { ["anyOf"] = new JsonArray([.. type.Alternatives.Select(alternative => (JsonNode)Of(alternative))]) },
            _ => [],
        };

        // A reference has no other keys beside it.
        return !type.IsNullable ? schema
            : type.Kind == ValueKind.Named ? new JsonObject { ["allOf"] = new JsonArray(schema), ["nullable"] = true }
            : With(schema, "nullable", true);
    }

    private static JsonObject Of(ShapeMember member)
    {
        var schema = Of(member.Type);
        if (schema.ContainsKey("$ref"))
        {
            return schema;
        }

        if (member.Example.Length > 0)
        {
            schema["example"] = JsonNode.Parse(member.Example);
        }

        return member.IsReadOnly ? With(schema, "readOnly", true) : member.IsWriteOnly ? With(schema, "writeOnly", true) : schema;
    }

    private static JsonObject WithFormat(string name, ShapeType type)
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

    private static JsonObject With(JsonObject schema, string key, JsonNode value)
    {
        schema[key] = value;
        return schema;
    }
}
