using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DoOAuth.ApiDescription;

/// <summary>Writes schemas of OpenAPI 3.0 as JSON schemas, with the definitions that they refer to.</summary>
/// <param name="components">The schemas of all shapes, by name.</param>
/// <param name="isClosed">Whether a member that is not described is an error.</param>
internal sealed partial class JsonSchemaForm(JsonObject components, bool isClosed = false)
{
    private readonly JsonObject _definitions = new(components.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Convert(pair.Value!, isClosed))));

    /// <summary>The JSON schema.</summary>
    /// <param name="schema">The schema of OpenAPI.</param>
    public JsonObject Of(JsonObject schema)
    {
        var written = Convert(schema, isClosed).AsObject();
        written["$defs"] = Reachable(written);
        return written;
    }

    // Reading all definitions for each answer would take minutes.
    private JsonObject Reachable(JsonObject schema)
    {
        var found = new JsonObject();
        var pending = new Queue<JsonNode>([schema]);
        while (pending.TryDequeue(out var next))
        {
            foreach (Match reference in Reference().Matches(next.ToJsonString()))
            {
                var name = reference.Groups[1].Value;
                if (!found.ContainsKey(name))
                {
                    found[name] = _definitions[name]!.DeepClone();
                    pending.Enqueue(found[name]!);
                }
            }
        }

        return found;
    }

    [GeneratedRegex("\"#/\\$defs/([^\"]+)\"")]
    private static partial Regex Reference();

    // OpenAPI 3.0 says 'nullable' where JSON schema has a type.
    private static JsonNode Convert(JsonNode node, bool isClosed)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } schema when schema["nullable"]?.GetValueKind() == System.Text.Json.JsonValueKind.True:
                var rest = (JsonObject)schema.DeepClone();
                rest.Remove("nullable");
                return new JsonObject { ["anyOf"] = new JsonArray(Convert(rest, isClosed), new JsonObject { ["type"] = "null" }) };
            case JsonObject { Count: 1 } reference when reference["$ref"] is { } target:
                return new JsonObject { ["$ref"] = target.ToString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal) };
            case JsonObject schema:
                var converted = new JsonObject(schema
                    .Where(pair => pair.Key is not ("example" or "default" or "readOnly" or "writeOnly") || pair.Value is JsonObject { Count: > 0 } inner && (inner.ContainsKey("type") || inner.ContainsKey("$ref") || inner.ContainsKey("allOf") || inner.ContainsKey("anyOf")))
                    .Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : Convert(pair.Value, isClosed))));
                if (isClosed && converted["type"] is JsonValue && converted["properties"] is JsonObject && !converted.ContainsKey("additionalProperties"))
                {
                    converted["additionalProperties"] = false;
                }

                return converted;
            case JsonArray array:
                return new JsonArray([.. array.Select(item => item is null ? null : Convert(item, isClosed))]);
            default:
                return node.DeepClone();
        }
    }
}
