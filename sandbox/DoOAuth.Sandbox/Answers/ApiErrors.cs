namespace DoOAuth.Sandbox.Answers;

/// <summary>The ID and the message that DigitalOcean's API has for each status.</summary>
internal static class ApiErrors
{
    private static readonly Dictionary<int, (string Id, string Message)> All = new()
    {
        [StatusCodes.Status400BadRequest] = ("bad_request", "error parsing request body"),
        [StatusCodes.Status401Unauthorized] = ("unauthorized", "Unable to authenticate you."),
        [StatusCodes.Status403Forbidden] = ("forbidden", "You do not have permission to perform this action."),
        [StatusCodes.Status404NotFound] = ("not_found", "The resource you requested could not be found."),
        [StatusCodes.Status409Conflict] = ("conflict", "The request could not be completed due to a conflict."),
        [StatusCodes.Status422UnprocessableEntity] = ("unprocessable_entity", "request payload validation failed"),
        [StatusCodes.Status429TooManyRequests] = ("too_many_requests", "API rate limit exceeded."),
    };

    /// <summary>Returns the ID and the message of a status.</summary>
    public static (string Id, string Message) Of(int status) =>
        All.GetValueOrDefault(status, status >= 500 ? ("server_error", "Unexpected server-side error") : ("error", "The sandbox was told to fail."));
}
