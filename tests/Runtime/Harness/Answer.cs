using System.Text;

namespace DoOAuth.Tests.Harness;

/// <summary>Answers for scripts.</summary>
internal static class Answer
{
    public static Task Json(HttpContext context, int status, string json) => Bytes(context, status, "application/json", Encoding.UTF8.GetBytes(json));

    public static Task Error(HttpContext context, int status, string error, string description = "") =>
        Json(context, status, $$"""{"error":"{{error}}","error_description":"{{description}}"}""");

    public static async Task Bytes(HttpContext context, int status, string contentType, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Cuts the connection.</summary>
    public static Task Reset(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Says nothing until the caller gives up.</summary>
    public static Task Silence(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    /// <summary>Begins, and goes on in drops until the caller gives up.</summary>
    public static async Task Drip(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        while (true)
        {
            await context.Response.WriteAsync(" ", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(20, context.RequestAborted);
        }
    }

    /// <summary>Sends without an end, as fast as it is taken.</summary>
    public static async Task Flood(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        var block = new byte[64 * 1024];
        block.AsSpan().Fill((byte)' ');
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(block, context.RequestAborted);
        }
    }
}
