using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DoOAuth.ApiDescription;
using DoOAuth.Sandbox.Data;
using DoOAuth.Shapes;
using Json.Schema;

namespace DoOAuth.Sandbox.Tests.Api;

/// <summary>The shapes as JSON schemas, for a library that nobody here wrote.</summary>
internal static partial class JsonSchemas
{
    private static readonly JsonObject Definitions = InJsonSchema(
        new DescriptionWriter(ApiModel.Instance.Operations, ApiModel.Instance.Answers, ApiModel.Instance.Shapes).Components()).AsObject();

    /// <summary>What is wrong with a value of a type. Empty if it is valid.</summary>
    public static string Faults(ShapeType type, JsonNode? value)
    {
        var schema = InJsonSchema(SchemaWriter.Of(type)).AsObject();
        schema["$defs"] = Reachable(schema);
        using var document = JsonDocument.Parse(value?.ToJsonString() ?? "null");
        var result = JsonSchema.FromText(schema.ToJsonString()).Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid ? "" : string.Join("; ", (result.Details ?? []).Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}").Distinct().Take(5));
    }

    // Reading all definitions for each answer would take minutes.
    private static JsonObject Reachable(JsonObject schema)
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
                    found[name] = Definitions[name]!.DeepClone();
                    pending.Enqueue(found[name]!);
                }
            }
        }

        return found;
    }

    [GeneratedRegex("\"#/\\$defs/([^\"]+)\"")]
    private static partial Regex Reference();

    // OpenAPI 3.0 says 'nullable' where JSON schema has a type.
    private static JsonNode InJsonSchema(JsonNode node)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } schema when schema["nullable"]?.GetValueKind() == JsonValueKind.True:
                var rest = (JsonObject)schema.DeepClone();
                rest.Remove("nullable");
                return new JsonObject { ["anyOf"] = new JsonArray(InJsonSchema(rest), new JsonObject { ["type"] = "null" }) };
            case JsonObject { Count: 1 } reference when reference["$ref"] is { } target:
                return new JsonObject { ["$ref"] = target.ToString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal) };
            case JsonObject schema:
                return new JsonObject(schema
                    .Where(pair => pair.Key is not ("example" or "default" or "readOnly" or "writeOnly") || pair.Value is JsonObject { Count: > 0 } inner && (inner.ContainsKey("type") || inner.ContainsKey("$ref") || inner.ContainsKey("allOf") || inner.ContainsKey("anyOf")))
                    .Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : InJsonSchema(pair.Value))));
            case JsonArray array:
                return new JsonArray([.. array.Select(item => item is null ? null : InJsonSchema(item))]);
            default:
                return node.DeepClone();
        }
    }
}
