using System.Globalization;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;

namespace DoOAuth.Sandbox.Faults;

/// <summary>The responses that replace the correct one.</summary>
internal static class FaultyAnswers
{
    private const int DefaultOversize = 8 * 1024 * 1024;

    /// <summary>Writes the response of a fault.</summary>
    public static Task WriteAsync(HttpContext context, SandboxFault fault) => fault.Kind switch
    {
        SandboxFaultKind.Drop => Drop(context),
        SandboxFaultKind.Status => Status(context, int.Parse(fault.Value!, CultureInfo.InvariantCulture)),
        SandboxFaultKind.OAuthError => OAuthError(context, fault.Value!),
        SandboxFaultKind.Endless => Endless(context),
        SandboxFaultKind.Oversized => Oversized(context, fault.Value is null ? DefaultOversize : int.Parse(fault.Value, CultureInfo.InvariantCulture)),
        SandboxFaultKind.Redirect => Redirect(context, fault.Value ?? "/"),
        SandboxFaultKind.Html => Text(context, "text/html; charset=utf-8", "<!doctype html><title>Down for maintenance</title><p>We will be back soon."),
        SandboxFaultKind.BrokenJson => Text(context, "application/json", """{"access_token":"doo_v1_"""),
        SandboxFaultKind.ForeignShape => Text(context, "application/json", """{"data":{"token":"none","kind":"session"},"ok":true}"""),
        _ => throw new InvalidOperationException($"{fault.Kind} does not replace the answer."),
    };

    private static Task Drop(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        var (id, message) = ApiErrors.Of(status);
        var answer = new JsonObject { ["id"] = id, ["message"] = message };
        return Text(context, "application/json", answer.ToJsonString());
    }

    private static Task OAuthError(HttpContext context, string error)
    {
        context.Response.StatusCode = error == "invalid_client" ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest;
        var answer = new JsonObject { ["error"] = error, ["error_description"] = "The sandbox was told to fail." };
        return Text(context, "application/json", answer.ToJsonString());
    }

    private static async Task Endless(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"padding":" """, context.RequestAborted);
        try
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(new string(' ', 4096), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(TimeSpan.FromMilliseconds(20), context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // This response ends when the caller closes the connection.
        }
    }

    private static async Task Oversized(HttpContext context, int size)
    {
        const string Head = """{"padding":" """;
        const string Tail = "\"}";
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Head, context.RequestAborted);
        for (var left = size - Head.Length - Tail.Length; left > 0; left -= 16384)
        {
            await context.Response.WriteAsync(new string(' ', Math.Min(left, 16384)), context.RequestAborted);
        }

        await context.Response.WriteAsync(Tail, context.RequestAborted);
    }

    private static Task Redirect(HttpContext context, string address)
    {
        context.Response.Redirect(address, permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }

    private static Task Text(HttpContext context, string type, string body)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}
