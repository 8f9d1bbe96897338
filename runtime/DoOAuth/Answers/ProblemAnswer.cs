using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Writes RFC 9457 problem details. Written by hand, so that it works under Native AOT whatever the app's JSON options are.</summary>
internal static class ProblemAnswer
{
    public static async Task WriteAsync(
        HttpContext context,
        int status,
        string title,
        string detail,
        string? reason = null,
        IReadOnlyList<string>? scopes = null,
        string? login = null)
    {
        var response = context.Response;
        response.StatusCode = status;
        NoStore.Set(response);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        response.ContentType = "application/problem+json";
        using var buffer = new MemoryStream();
        await using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            if (reason is not null)
            {
                json.WriteString("reason", reason);
            }

            if (scopes is { Count: > 0 })
            {
                json.WriteStartArray("scopes");
                foreach (var scope in scopes)
                {
                    json.WriteStringValue(scope);
                }

                json.WriteEndArray();
            }

            if (login is not null)
            {
                json.WriteString("login", login);
            }

            json.WriteEndObject();
        }

        response.ContentLength = buffer.Length;
        await response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
    }
}
