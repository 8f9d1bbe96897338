using System.Diagnostics;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Callers;
using DoOAuth.Sandbox.Faults;
using DoOAuth.Sandbox.Notes;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Sandbox.Traffic;

/// <summary>Records each request to the API and to the OAuth server, and writes one line about it to the log.</summary>
internal sealed partial class TrafficMiddleware(RequestDelegate next, RequestLog log, ScopeLedger ledger, TimeProvider time, ILogger<SandboxRequest> logger)
{
    /// <summary>Passes the request on, then records it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsRecorded(context.Request))
        {
            await next(context);
            return;
        }

        var arrived = time.GetUtcNow();
        var start = Stopwatch.GetTimestamp();
        var isRecorded = false;

        // Before the client has the response, so that a test sees the request that it has just made.
        context.Response.OnStarting(() =>
        {
            RecordOnce(context.Response.StatusCode);
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        finally
        {
            RecordOnce(RequestFaults.Of(context).CloseConnection || context.RequestAborted.IsCancellationRequested ? 0 : context.Response.StatusCode);
        }

        void RecordOnce(int status)
        {
            if (!isRecorded)
            {
                isRecorded = true;
                Record(context, arrived, Stopwatch.GetElapsedTime(start), status);
            }
        }
    }

    private static bool IsRecorded(HttpRequest request) =>
        !HttpMethods.IsOptions(request.Method)
        && (request.Path.StartsWithSegments("/v1") || request.Path.StartsWithSegments("/v2") || request.Path.StartsWithSegments("/.well-known"));

    private static string? Operation(HttpContext context, OperationEntry? operation)
    {
        if (operation is not null)
        {
            return operation.OperationId;
        }

        var path = context.Request.Path;
        return RequestFaults.Of(context).At switch
        {
            SandboxEndpoint.None when path.StartsWithSegments("/v1/oauth/register") => "register",
            SandboxEndpoint.None when path.StartsWithSegments("/.well-known") => "metadata",
            SandboxEndpoint.None or SandboxEndpoint.Api or SandboxEndpoint.Account => null,
            var place => FaultText.Write(place),
        };
    }

    private void Record(HttpContext context, DateTimeOffset arrived, TimeSpan duration, int status)
    {
        var operation = context.GetEndpoint()?.Metadata.GetMetadata<OperationEntry>();
        var caller = context.Features.Get<ApiCaller>();
        if (operation is not null && caller is not null)
        {
            ledger.Add(caller.ClientId, caller.Scopes, operation.Scopes);
            if (!caller.Granted.Meets(operation.Scopes))
            {
                RequestNotes.Add(context, $"It needs {operation.Scopes}, and the token has {Text(caller.Scopes)}.");
            }
        }

        var request = log.Add(new SandboxRequest
        {
            Number = 0,
            Time = arrived,
            Method = context.Request.Method,
            Path = context.Request.Path.ToUriComponent(),
            Operation = Operation(context, operation),
            NeededScopes = operation?.Scopes.ToString() ?? "",
            TokenScopes = caller?.Scopes ?? [],
            ClientId = caller?.ClientId,
            Status = status,
            Duration = duration,
            Notes = RequestNotes.Of(context),
        });
        Write(request);
    }

    private void Write(SandboxRequest request)
    {
        var level = request.Notes.Count > 0 ? LogLevel.Warning : LogLevel.Information;
        if (logger.IsEnabled(level))
        {
            var details = Details(request);
            LogRequest(logger, level, request.Method, request.Path, request.Status, request.Duration.TotalMilliseconds, details);
        }
    }

    private static string Details(SandboxRequest request)
    {
        var operation = request.Operation is null ? "" : " " + request.Operation;
        var needed = request.NeededScopes.Length == 0 ? "" : $", needs {request.NeededScopes}";
        return operation + needed + string.Concat(request.Notes.Select(note => " – " + note));
    }

    private static string Text(IReadOnlyList<string> scopes) => scopes.Count == 0 ? "no scope" : string.Join(' ', scopes);

    [LoggerMessage(EventId = 1, Message = "{Method} {Path} {Status} {Milliseconds:0.0} ms{Details}")]
    private static partial void LogRequest(ILogger logger, LogLevel level, string method, string path, int status, double milliseconds, string details);
}
