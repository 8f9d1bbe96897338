using System.Globalization;
using System.Text.Json.Nodes;
using DoOAuth.Catalog;
using DoOAuth.Shapes;

namespace DoOAuth.Benchmarks.LocalApi;

/// <summary>Writes the API as an OpenAPI description, from which a mock server makes its answers.</summary>
internal static class OpenApiFile
{
    /// <summary>Writes the description.</summary>
    /// <param name="api">The operations and shapes.</param>
    /// <param name="path">The file.</param>
    /// <param name="listPath">The list that is measured.</param>
    /// <param name="list">Its answer. A mock server would answer with one item otherwise.</param>
    public static async Task WriteAsync(DescribedApi api, string path, string listPath, JsonNode list)
    {
        var paths = new JsonObject();
        foreach (var (entry, shapes) in api.Operations)
        {
            if (!paths.ContainsKey(entry.Path))
            {
                paths[entry.Path] = new JsonObject();
            }

            var operation = Operation(entry, shapes);
            if (entry.Method == "GET" && entry.Path == listPath)
            {
                operation["responses"]![Status(shapes)]!["content"]![shapes.ContentType]!["example"] = list.DeepClone();
            }

            paths[entry.Path]![Lower(entry.Method)] = operation;
        }

        var schemas = new JsonObject(api.Shapes.Shapes.Select(shape => KeyValuePair.Create<string, JsonNode?>(shape.Name, OpenApiSchema.Of(shape))));
        var description = new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "DigitalOcean API", ["version"] = "2" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
        await File.WriteAllTextAsync(path, description.ToJsonString());
    }

    private static JsonObject Operation(OperationEntry entry, OperationShapes shapes)
    {
        var response = new JsonObject { ["description"] = "Success" };
        if (shapes.Answer is { } answer)
        {
            response["content"] = new JsonObject { [shapes.ContentType] = new JsonObject { ["schema"] = OpenApiSchema.Of(answer) } };
        }

        var operation = new JsonObject
        {
            ["operationId"] = entry.OperationId,
            ["parameters"] = new JsonArray([.. shapes.Path.Select(parameter => Parameter(parameter, "path")), .. shapes.Query.Select(parameter => Parameter(parameter, "query"))]),
            ["responses"] = new JsonObject { [Status(shapes)] = response },
        };
        if (shapes.Request is { } request)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = shapes.IsRequestRequired,
                ["content"] = new JsonObject { [OperationShapes.Json] = new JsonObject { ["schema"] = OpenApiSchema.Of(request) } },
            };
        }

        return operation;
    }

    private static JsonObject Parameter(OperationParameter parameter, string place) => new()
    {
        ["name"] = parameter.Name,
        ["in"] = place,
        ["required"] = place == "path" || parameter.IsRequired,
        ["schema"] = OpenApiSchema.Of(parameter.Type),
    };

    private static string Status(OperationShapes shapes) => shapes.Status.ToString(CultureInfo.InvariantCulture);

#pragma warning disable CA1308 // The keys of OpenAPI are lower-case.
    private static string Lower(string method) => method.ToLowerInvariant();
#pragma warning restore CA1308
}
