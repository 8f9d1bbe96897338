using System.Text.Json;
using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Api;

/// <summary>Reads the body of a request.</summary>
internal static class RequestBody
{
    /// <summary>The JSON of the body. An empty object if there is no body.</summary>
    /// <exception cref="JsonException">The body is not JSON, or has a member twice.</exception>
    public static async Task<JsonNode?> ReadAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        if (buffer.Length == 0)
        {
            return new JsonObject();
        }

        return JsonNode.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
    }
}
