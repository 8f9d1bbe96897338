using System.Text;
using System.Text.Json.Nodes;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Data;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Tests.Api;

/// <summary>Calls of the API with the examples that its parameters have.</summary>
internal static class ApiCalls
{
    /// <summary>The path of an operation with the examples of its parameters, and the query that it requires.</summary>
    public static string PathOf(OperationEntry operation)
    {
        var shapes = ApiModel.Instance.Answers.Find(operation.OperationId)!;
        var path = shapes.Path.Aggregate(operation.Path, (current, parameter) => current.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(Example(parameter)), StringComparison.Ordinal));
        var query = string.Join('&', shapes.Query.Where(parameter => parameter.IsRequired).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Example(parameter))}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>The body of an operation with the required members, and with a name where the resource is known by it. Null if it takes none.</summary>
    public static JsonNode? BodyOf(OperationEntry operation)
    {
        var model = ApiModel.Instance;
        var body = model.Answers.Find(operation.OperationId)!.Request is { } request ? model.Examples.Request(request) : null;
        if (operation.Method == "POST" && model.Resources.AtPath(operation.Path) is { IsNamed: true } kind && body is JsonObject members && !members.ContainsKey(kind.Identity))
        {
            members[kind.Identity] = model.Examples.Answer(kind.Shape, kind.Shape.Find(kind.Identity)!);
        }

        return body;
    }

    /// <summary>Sends a request with JSON.</summary>
    public static async Task<(int Status, string? ContentType, string Body)> SendAsync(OAuthDriver app, string method, string path, string token, JsonNode? body = null)
    {
        using var content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await app.ApiAsync(new HttpMethod(method), path, token, content);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a request and reads the JSON of the answer, which must have a status.</summary>
    public static async Task<JsonObject> JsonAsync(OAuthDriver app, string method, string path, string token, int expected, string? body = null)
    {
        var (status, _, text) = await SendAsync(app, method, path, token, body is null ? null : JsonNode.Parse(body));
        Assert.True(status == expected, $"{method} {path}: {status} {text}");
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>A token for everything.</summary>
    public static async Task<string> TokenAsync(OAuthDriver app) => (string)(await app.SignInAsync("write"))["access_token"]!;

    private static string Example(OperationParameter parameter) => parameter.Example.Length > 0 ? parameter.Example : "1";
}
