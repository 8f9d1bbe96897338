using YamlDotNet.RepresentationModel;

namespace DoOAuth.RefreshData.Shapes;

/// <summary>Reads what an operation takes and answers.</summary>
internal sealed class BodyReader(References references, ShapeBuilder shapes, ExampleCollector examples)
{
    private const string Json = "application/json";

    /// <summary>Reads an operation.</summary>
    /// <param name="key">The path and the verb.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="item">The path's objects, which can have parameters for all its operations.</param>
    public DescribedBody Read(string key, YamlMappingNode operation, IReadOnlyList<YamlMappingNode> item)
    {
        var id = operation.Child("operationId").Text();
        var parameters = item.SelectMany(path => path.Child("parameters").Items())
            .Concat(operation.Child("parameters").Items())
            .Select(references.Resolve)
            .GroupBy(parameter => (parameter.Child("in").Text(), parameter.Child("name").Text()))
            .Select(group => group.Last())
            .ToList();
        var (status, response) = Success(operation);
        var (contentType, answer) = Answer(id, response);
        return new DescribedBody(
            key, id, Parameters(parameters, "path", id), Parameters(parameters, "query", id), Parameters(parameters, "header", id), Request(id, operation), status, answer, contentType, Errors(operation));
    }

    private string Parameters(List<YamlMappingNode> parameters, string place, string id) => string.Join(' ', from parameter in parameters
                                                                                                             where parameter.Child("in").Text() == place
                                                                                                             select Parameter(parameter, place, id));

    private string Parameter(YamlMappingNode parameter, string place, string id)
    {
        var name = parameter.Child("name").Text();
        var node = parameter.Child("schema");
        var type = node is null ? "string" : shapes.TypeOf(node, $"{id}.{name}");
        var schema = node is null ? null : Schema.Read(references, node);
        var example = parameter.Child("example") ?? FirstExample(parameter) ?? schema?.Field("example") ?? schema?.Field("default");
        var isRequired = place != "path" && parameter.Child("required").Text() == "true";
        return $"{name}{(isRequired ? "!" : "")}:{type.Replace(" ", "%20", StringComparison.Ordinal)}{(example is YamlScalarNode ? "=" + Uri.EscapeDataString(example.Text().Trim('"')) : "")}";
    }

    private YamlNode? FirstExample(YamlMappingNode owner) =>
        owner.Child("examples").Fields().Select(example => references.Resolve(example.Value).Child("value")).FirstOrDefault(value => value is not null);

    private string Request(string id, YamlMappingNode operation)
    {
        if (operation.Child("requestBody") is not { } node)
        {
            return "";
        }

        var body = references.Resolve(node);
        var content = body.Child("content").Fields().Select(field => field.Value).FirstOrDefault();
        var schema = content?.Child("schema");
        return schema is null ? "" : shapes.TypeOf(schema, id + ".request") + (body.Child("required").Text() == "true" ? "!" : "");
    }

    private static (string Status, YamlMappingNode? Response) Success(YamlMappingNode operation)
    {
        var (status, node) = operation.Child("responses").Fields().FirstOrDefault(response => response.Key.Text().StartsWith('2'));
        return node is null ? ("200", null) : (status.Text(), (YamlMappingNode)node);
    }

    // 401, 404 and 429 are possible everywhere.
    private static string Errors(YamlMappingNode operation) => string.Join(' ', operation.Child("responses").Fields()
        .Select(response => response.Key.Text())
        .Where(status => status.StartsWith('4') && status is not ("401" or "404" or "429"))
        .Order(StringComparer.Ordinal));

    private (string ContentType, string Answer) Answer(string id, YamlMappingNode? response)
    {
        if (response is null)
        {
            return ("", "");
        }

        var contents = references.Resolve(response).Child("content").Fields().ToList();
        var (name, content) = contents.Find(content => content.Key.Text() == Json) is { Key: not null } json ? json : contents.FirstOrDefault();
        if (content is null)
        {
            return ("", "");
        }

        var schema = content.Child("schema");
        var type = schema is null ? "string" : shapes.TypeOf(schema, (References.NameOf(response) ?? id) + ".answer");
        if (content.Child("example") is { } example)
        {
            examples.Add(type, example);
        }

        foreach (var (_, other) in content.Child("examples").Fields())
        {
            if (references.Resolve(other).Child("value") is { } value)
            {
                examples.Add(type, value);
            }
        }

        if (schema is not null && Schema.Read(references, schema).Field("example") is { } whole)
        {
            examples.Add(type, whole);
        }

        return (name.Text() == Json ? "" : name.Text(), type);
    }
}
