using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Writes RFC 9457 problem details. Written by hand, so that it works under Native AOT whatever the app's JSON options are.</summary>
internal static class ProblemAnswer
{
    public static async Task WriteAsync(HttpContext context, Refusal refusal)
    {
        var response = context.Response;
        response.StatusCode = refusal.Status;
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
            json.WriteString("title", refusal.Title);
            json.WriteNumber("status", refusal.Status);
            json.WriteString("detail", refusal.Text);
            if (refusal.Reason is { } reason)
            {
                json.WriteString("reason", reason);
            }

            if (refusal.Scopes.Count > 0)
            {
                json.WriteStartArray("scopes");
                foreach (var scope in refusal.Scopes)
                {
                    json.WriteStringValue(scope);
                }

                json.WriteEndArray();
            }

            if (refusal.Login is { } login)
            {
                json.WriteString("login", login);
            }

            json.WriteEndObject();
        }

        response.ContentLength = buffer.Length;
        await response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
    }
}
