using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace DoOAuth.Sandbox.Faults;

/// <summary>
/// <c>/sandbox/faults</c>, for tests that run the sandbox in its own process: GET lists the faults, POST adds faults
/// (<c>["status@token=503*1"]</c>), DELETE removes them.
/// </summary>
internal static class FaultControl
{
    private const string Path = "/sandbox/faults";

    /// <summary>Maps the three methods.</summary>
    public static void MapFaultControl(this IEndpointRouteBuilder endpoints, SandboxFaults faults)
    {
        endpoints.MapMethods(Path, [HttpMethods.Get], context => WriteAsync(context, faults));
        endpoints.MapMethods(Path, [HttpMethods.Post], context => AddAsync(context, faults));
        endpoints.MapMethods(Path, [HttpMethods.Delete], context =>
        {
            faults.Clear();
            return WriteAsync(context, faults);
        });
    }

    private static async Task AddAsync(HttpContext context, SandboxFaults faults)
    {
        // JSON only, because a page of another origin cannot send JSON without a preflight request.
        if (!context.Request.HasJsonContentType())
        {
            await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, """Send JSON (Content-Type: application/json), such as ["status@token=503*1"].""");
            return;
        }

        List<SandboxFault> added;
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            added = [.. document.RootElement.EnumerateArray().Select(element => SandboxFault.Parse(element.GetString() ?? ""))];
        }
        catch (FormatException exception)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, exception.Message);
            return;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, """Expected a JSON array of faults, such as ["status@token=503*1"].""");
            return;
        }

        foreach (var fault in added)
        {
            faults.Add(fault);
        }

        await WriteAsync(context, faults);
    }

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return WriteJsonAsync(context, new JsonObject { ["id"] = "bad_request", ["message"] = message });
    }

    private static Task WriteAsync(HttpContext context, SandboxFaults faults) =>
        WriteJsonAsync(context, new JsonArray([.. faults.Active.Select(fault => JsonValue.Create(fault.ToString()))]));

    private static Task WriteJsonAsync(HttpContext context, JsonNode node)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(node.ToJsonString(), context.RequestAborted);
    }
}
