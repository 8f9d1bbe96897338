using System.Globalization;
using System.Text.Json.Nodes;
using DoOAuth.Catalog;
using DoOAuth.Shapes;

namespace DoOAuth.ApiDescription;

/// <summary>Writes the project's own data as an OpenAPI description, for tools that need one.</summary>
internal sealed class DescriptionWriter(OperationCatalog operations, AnswerCatalog answers, ShapeCatalog shapes)
{
    /// <summary>The description.</summary>
    public JsonObject Write()
    {
        var paths = new JsonObject();
        foreach (var path in operations.Entries.GroupBy(operation => operation.Path, StringComparer.Ordinal))
        {
            paths[path.Key] = new JsonObject(path.Select(operation => KeyValuePair.Create(operation.Method.ToLowerInvariant(), (JsonNode?)Operation(operation))));
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "DigitalOcean API", ["version"] = "2" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "https://api.digitalocean.com" }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = Components() },
        };
    }

    /// <summary>The schemas of all shapes, by name.</summary>
    public JsonObject Components() =>
        new(shapes.Shapes.Where(shape => shape.Chooser is null).Select(shape => KeyValuePair.Create(shape.Name, (JsonNode?)SchemaWriter.Of(shape))));

    private JsonObject Operation(OperationEntry operation)
    {
        var described = answers.Find(operation.OperationId)!;
        var written = new JsonObject
        {
            ["operationId"] = operation.OperationId,
            ["deprecated"] = operation.IsDeprecated,
            ["security"] = new JsonArray([.. Alternatives(operation.Scopes).Select(scopes => new JsonObject { ["bearer_auth"] = new JsonArray([.. scopes.Select(scope => JsonValue.Create(scope))]) })]),
            ["parameters"] = new JsonArray(
            [
                .. described.Path.Select(parameter => Parameter("path", parameter)),
                .. described.Query.Select(parameter => Parameter("query", parameter)),
                .. described.Headers.Select(parameter => Parameter("header", parameter)),
            ]),
            ["responses"] = new JsonObject(
            [
                KeyValuePair.Create(described.Status.ToString(CultureInfo.InvariantCulture), (JsonNode?)Response(described)),
                .. described.Errors.Select(status => KeyValuePair.Create(status.ToString(CultureInfo.InvariantCulture), (JsonNode?)new JsonObject { ["description"] = "An error" })),
            ]),
        };
        if (described.Request is { } request)
        {
            written["requestBody"] = new JsonObject
            {
                ["required"] = described.IsRequestRequired,
                ["content"] = Content(OperationShapes.Json, Body(request)),
            };
        }

        return written;
    }

    private static JsonObject Response(OperationShapes described)
    {
        var response = new JsonObject { ["description"] = "Success" };
        if (described.Answer is { } answer)
        {
            response["content"] = Content(described.ContentType, SchemaWriter.Of(answer));
        }

        return response;
    }

    // Alternatives that a member chooses stand where they are used.
    private JsonObject Body(ShapeType request) =>
        shapes.Resolve(request).Shape is { Chooser: not null } choice ? SchemaWriter.Of(choice) : SchemaWriter.Of(request);

    private static JsonObject Content(string type, JsonObject schema) => new() { [type] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Parameter(string place, OperationParameter parameter)
    {
        var written = new JsonObject
        {
            ["in"] = place,
            ["name"] = parameter.Name,
            ["required"] = place == "path" || parameter.IsRequired,
            ["schema"] = SchemaWriter.Of(parameter.Type),
        };
        if (parameter.Example.Length > 0)
        {
            written["example"] = parameter.Example;
        }

        return written;
    }

    // "a|b c" is "a and c" or "b and c".
    private static IEnumerable<IEnumerable<string>> Alternatives(ScopeRequirement scopes) =>
        scopes.AllOf.Aggregate((IEnumerable<IEnumerable<string>>)[[]], (all, anyOf) => anyOf.SelectMany(scope => all.Select(others => others.Append(scope))));
}
