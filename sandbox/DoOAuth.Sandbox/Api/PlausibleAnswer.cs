using System.Text.Json.Nodes;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Answers;
using Microsoft.AspNetCore.Routing;

namespace DoOAuth.Sandbox.Api;

/// <summary>A small response of the right shape, for operations that store nothing.</summary>
internal static class PlausibleAnswer
{
    /// <summary>Writes an empty list for GET on a collection, no content for DELETE, and otherwise an object with an ID.</summary>
    public static Task WriteAsync(HttpContext context, OperationEntry operation)
    {
        var segments = operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var resource = segments.Last(segment => segment[0] != '{').Replace('-', '_');
        var isItem = segments[^1][0] == '{';
        return operation.Method switch
        {
            "DELETE" => NoContent(context),
            "GET" when !isItem => ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, Paging.Of(context.Request).Body(context.Request, resource, [])),
            "POST" when resource is "actions" => ApiAnswers.WriteAsync(context, StatusCodes.Status201Created, Action()),
            "POST" => ApiAnswers.WriteAsync(context, StatusCodes.Status201Created, Item(resource, Guid.CreateVersion7().ToString())),
            _ => ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, Item(resource, isItem ? LastRouteValue(context, segments[^1]) : Guid.CreateVersion7().ToString())),
        };
    }

    private static Task NoContent(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static JsonObject Item(string resource, string id) =>
        new() { [Singular(resource)] = new JsonObject { ["id"] = id } };

    private static JsonObject Action() => new()
    {
        ["action"] = new JsonObject { ["id"] = 36804636, ["status"] = "completed", ["type"] = "sandbox" },
    };

    private static string Singular(string resource) =>
        resource.EndsWith("ies", StringComparison.Ordinal) ? resource[..^3] + "y"
        : resource.EndsWith('s') ? resource[..^1]
        : resource;

    private static string LastRouteValue(HttpContext context, string segment) =>
        context.GetRouteValue(segment.Trim('{', '}'))?.ToString() ?? "";
}
