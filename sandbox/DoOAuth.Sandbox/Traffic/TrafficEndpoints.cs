using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace DoOAuth.Sandbox.Traffic;

/// <summary>
/// <c>/sandbox/requests</c>: the requests and the use of scopes as JSON; DELETE forgets both. <c>/sandbox/requests/live</c> sends an
/// event when they change.
/// </summary>
internal sealed class TrafficEndpoints(RequestLog log, ScopeLedger ledger, IHostApplicationLifetime lifetime)
{
    /// <summary>The path of the JSON.</summary>
    public const string Path = "/sandbox/requests";

    /// <summary>The path of the events.</summary>
    public const string LivePath = Path + "/live";

    // A page that is reloaded for each of many requests would slow them down.
    private static readonly TimeSpan BetweenEvents = TimeSpan.FromMilliseconds(200);

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(Path, [HttpMethods.Get], WriteAsync);
        endpoints.MapMethods(LivePath, [HttpMethods.Get], WatchAsync);
        endpoints.MapMethods(Path, [HttpMethods.Delete], context =>
        {
            ledger.Clear();
            log.Clear();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    private Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var body = new JsonObject
        {
            ["scopes"] = new JsonArray([.. ledger.Current.Select(Describe)]),
            ["requests"] = new JsonArray([.. log.Latest.Select(Describe)]),
        };
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }

    private async Task WatchAsync(HttpContext context)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            while (true)
            {
                var changed = log.Changed;
                await context.Response.WriteAsync("data: changed\n\n", either.Token);
                await context.Response.Body.FlushAsync(either.Token);
                await changed.WaitAsync(either.Token);
                await Task.Delay(BetweenEvents, either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the sandbox stops.
        }
    }

    private static JsonNode Describe(SandboxScopeUse use) => new JsonObject
    {
        ["client_id"] = use.ClientId,
        ["granted"] = Texts(use.Granted),
        ["never_used"] = Texts(use.NeverUsed),
        ["refused"] = Texts(use.Refused),
    };

    private static JsonNode Describe(SandboxRequest request) => new JsonObject
    {
        ["number"] = request.Number,
        ["time"] = request.Time,
        ["method"] = request.Method,
        ["path"] = request.Path,
        ["operation"] = request.Operation,
        ["needed_scopes"] = request.NeededScopes,
        ["token_scopes"] = Texts(request.TokenScopes),
        ["client_id"] = request.ClientId,
        ["status"] = request.Status,
        ["milliseconds"] = Math.Round(request.Duration.TotalMilliseconds, 1),
        ["notes"] = Texts(request.Notes),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
