using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Answers;

/// <summary>Responses in the format of DigitalOcean's API. Errors are <c>{"id","message"}</c>.</summary>
internal static class ApiAnswers
{
    /// <summary>401: the request has no valid token.</summary>
    public static Task UnauthorizedAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ErrorAsync(context, StatusCodes.Status401Unauthorized);
    }

    /// <summary>403: the token does not have the required scopes.</summary>
    public static Task ForbiddenAsync(HttpContext context) =>
        ErrorAsync(context, StatusCodes.Status403Forbidden);

    /// <summary>404: the resource does not exist.</summary>
    public static Task NotFoundAsync(HttpContext context) =>
        ErrorAsync(context, StatusCodes.Status404NotFound);

    /// <summary>422: the request body is not valid.</summary>
    public static Task UnprocessableAsync(HttpContext context, string message) =>
        ErrorAsync(context, StatusCodes.Status422UnprocessableEntity, "unprocessable_entity", message);

    /// <summary>429: the token has made too many requests.</summary>
    public static Task TooManyRequestsAsync(HttpContext context) =>
        ErrorAsync(context, StatusCodes.Status429TooManyRequests);

    /// <summary>Writes the error of a status.</summary>
    public static Task ErrorAsync(HttpContext context, int status)
    {
        var (id, message) = ApiErrors.Of(status);
        return ErrorAsync(context, status, id, message);
    }

    /// <summary>Writes an error.</summary>
    public static Task ErrorAsync(HttpContext context, int status, string id, string message) =>
        WriteAsync(context, status, new JsonObject { ["id"] = id, ["message"] = message });

    /// <summary>Writes JSON.</summary>
    public static Task WriteAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
