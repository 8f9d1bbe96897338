using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth;

/// <summary>
/// Writes RFC 9457 problem details. If the app has an <see cref="IProblemDetailsService"/>, it writes them, so that they contain what the app adds to
/// all of its problems. Otherwise, or if that service does not write for this request, they are written directly, which works under Native AOT with
/// any JSON options of the app.
/// </summary>
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

        if (context.RequestServices.GetService<IProblemDetailsService>() is not { } service
            || !await service.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = Describe(refusal) }))
        {
            await WriteByHandAsync(response, refusal, context.RequestAborted);
        }
    }

    // Without a type, the app's service sets the type of the status.
    private static ProblemDetails Describe(Refusal refusal)
    {
        var problem = new ProblemDetails { Type = ReasonPage.Of(refusal.Topic), Title = refusal.Title, Status = refusal.Status, Detail = refusal.Text };
        if (refusal.Reason is { } reason)
        {
            problem.Extensions["reason"] = reason;
        }

        if (refusal.Scopes.Count > 0)
        {
            // A JSON element, because the framework's writer supports only that and text under Native AOT.
            problem.Extensions["scopes"] = JsonSerializer.SerializeToElement([.. refusal.Scopes], ProblemJson.Default.StringArray);
        }

        if (refusal.Login is { } login)
        {
            problem.Extensions["login"] = login;
        }

        return problem;
    }

    private static async Task WriteByHandAsync(HttpResponse response, Refusal refusal, CancellationToken cancellationToken)
    {
        response.ContentType = "application/problem+json";
        using var buffer = new MemoryStream();
        await using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", ReasonPage.Of(refusal.Topic) ?? "about:blank");
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
        await response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
    }
}
