using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using DoOAuth.Catalog;
using DoOAuth.Shapes;

namespace DoOAuth.Benchmarks.LocalApi;

/// <summary>A request of each operation, with the examples of the description.</summary>
internal static class ExampleRequest
{
    public static HttpRequestMessage Of(DescribedApi api, OperationEntry entry, OperationShapes shapes, string token)
    {
        var path = shapes.Path.Aggregate(entry.Path, (text, parameter) => text.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(Value(parameter)), StringComparison.Ordinal));
        var query = string.Join('&', shapes.Query.Where(parameter => parameter.IsRequired).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Value(parameter))}"));
        var request = new HttpRequestMessage(new HttpMethod(entry.Method), new Uri(query.Length > 0 ? $"{path}?{query}" : path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (shapes.Request is { } body)
        {
            request.Content = new StringContent(Example(api.Shapes, body, 0)?.ToJsonString() ?? "null", Encoding.UTF8, OperationShapes.Json);
        }

        return request;
    }

    private static string Value(OperationParameter parameter) => parameter.Example.Length > 0 ? parameter.Example : parameter.Type.Values is [var first, ..] ? first : "1";

    // Required members, and others that have an example. Shapes that contain themselves end at some depth.
    private static JsonNode? Example(ShapeCatalog shapes, ShapeType type, int depth)
    {
        var (meant, shape) = shapes.Resolve(type);
        if (shape is not null)
        {
            return shape.Chooser is null ? Members(shapes, shape, depth) : Example(shapes, shape.Members[0].Type, depth);
        }

        return meant.Kind switch
        {
            ValueKind.Union => Example(shapes, meant.Alternatives[0], depth),
            ValueKind.Array => depth > 4 ? [] : new JsonArray(Example(shapes, meant.Item!, depth + 1)),
            ValueKind.Integer or ValueKind.Number => meant.Values is [var value, ..] ? JsonNode.Parse(value) : 1,
            ValueKind.Boolean => true,
            ValueKind.Text => meant.Values is [var first, ..] ? first : "example",
            _ => new JsonObject(),
        };
    }

    private static JsonObject Members(ShapeCatalog shapes, Shape shape, int depth)
    {
        var example = new JsonObject();
        foreach (var member in shape.Members.Where(member => member.Name != ShapeMember.Others && !member.IsReadOnly))
        {
            if (member.Example.Length > 0)
            {
                example[member.Name] = JsonNode.Parse(member.Example);
            }
            else if (member.IsRequired && depth < 6)
            {
                example[member.Name] = Example(shapes, member.Type, depth + 1);
            }
        }

        return example;
    }
}
