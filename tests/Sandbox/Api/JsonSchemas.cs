using System.Text.Json;
using System.Text.Json.Nodes;
using DoOAuth.ApiDescription;
using DoOAuth.Sandbox.Data;
using DoOAuth.Shapes;
using Json.Schema;

namespace DoOAuth.Sandbox.Tests.Api;

/// <summary>The shapes as JSON schemas, for a library that nobody here wrote.</summary>
internal static class JsonSchemas
{
    private static readonly JsonSchemaForm Form =
        new(new DescriptionWriter(ApiModel.Instance.Operations, ApiModel.Instance.Answers, ApiModel.Instance.Shapes).Components());

    /// <summary>What is wrong with a value of a type. Empty if it is valid.</summary>
    public static string Faults(ShapeType type, JsonNode? value)
    {
        var schema = Form.Of(SchemaWriter.Of(type));
        using var document = JsonDocument.Parse(value?.ToJsonString() ?? "null");
        var result = JsonSchema.FromText(schema.ToJsonString()).Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid ? "" : string.Join("; ", (result.Details ?? []).Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}").Distinct().Take(5));
    }
}
