namespace DoOAuth.Sandbox.Answers;

/// <summary>An answer of the API.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body in UTF-8. Empty if there is none.</param>
/// <param name="ContentType">The content type of the body.</param>
internal sealed record ApiResult(int Status, ReadOnlyMemory<byte> Body, string ContentType)
{
    /// <summary>The content type of JSON.</summary>
    public const string Json = "application/json; charset=utf-8";

    /// <summary>An answer without a body.</summary>
    public static ApiResult Empty(int status) => new(status, default, "");

    /// <summary>Writes the answer.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        if (Body.Length > 0)
        {
            context.Response.ContentType = ContentType;
            context.Response.ContentLength = Body.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await context.Response.Body.WriteAsync(Body, context.RequestAborted);
            }
        }
    }
}
