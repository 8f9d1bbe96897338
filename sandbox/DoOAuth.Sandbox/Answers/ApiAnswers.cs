using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Answers;

/// <summary>Answers in the shape of DigitalOcean's API: errors are <c>{"id","message"}</c>.</summary>
internal static class ApiAnswers
{
    /// <summary>Without a living token.</summary>
    public static Task UnauthorizedAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ErrorAsync(context, StatusCodes.Status401Unauthorized, "unauthorized", "Unable to authenticate you");
    }

    /// <summary>With a token whose scopes do not suffice.</summary>
    public static Task ForbiddenAsync(HttpContext context, string needed) =>
        ErrorAsync(context, StatusCodes.Status403Forbidden, "forbidden", $"You are not authorized to perform this operation. It needs: {needed}");

    /// <summary>No such thing.</summary>
    public static Task NotFoundAsync(HttpContext context) =>
        ErrorAsync(context, StatusCodes.Status404NotFound, "not_found", "The resource you were accessing could not be found.");

    /// <summary>A body that cannot be.</summary>
    public static Task UnprocessableAsync(HttpContext context, string message) =>
        ErrorAsync(context, StatusCodes.Status422UnprocessableEntity, "unprocessable_entity", message);

    /// <summary>An error.</summary>
    public static Task ErrorAsync(HttpContext context, int status, string id, string message) =>
        WriteAsync(context, status, new JsonObject { ["id"] = id, ["message"] = message });

    /// <summary>Some JSON.</summary>
    public static Task WriteAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
