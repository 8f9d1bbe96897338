using DoOAuth.Sandbox.Notes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;

namespace DoOAuth.Sandbox.Faults;

/// <summary>Delays each request by the latency. Collects the faults that apply to it, and applies those that delay, replace or lose the response.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, SandboxFaults faults, TimeSpan latency, IHostApplicationLifetime lifetime)
{
    /// <summary>Applies the faults, or passes the request on.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = await EndpointAsync(context.Request);
        if (endpoint == SandboxEndpoint.None)
        {
            await next(context);
            return;
        }

        var struck = faults.Take(endpoint, context.Request);
        context.Features.Set(struck);
        foreach (var fault in struck.All)
        {
            RequestNotes.Add(context, $"The fault {fault} applies.");
        }

        var delay = latency + struck.Delay;
        if (delay > TimeSpan.Zero)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            try
            {
                await Task.Delay(delay, either.Token);
            }
            catch (OperationCanceledException)
            {
                context.Abort();
                return;
            }
        }

        await (struck.Replacement switch
        {
            null => next(context),
            { Kind: SandboxFaultKind.LoseAnswer } => LoseAnswerAsync(context),
            var fault => FaultyAnswers.WriteAsync(context, fault),
        });
    }

    private static async Task<SandboxEndpoint> EndpointAsync(HttpRequest request) => request.Path.Value switch
    {
        "/v1/oauth/authorize" => SandboxEndpoint.Authorize,
        "/v1/oauth/refresh" => SandboxEndpoint.Refresh,
        "/v1/oauth/token" => await IsRefreshAsync(request) ? SandboxEndpoint.Refresh : SandboxEndpoint.Token,
        "/v1/oauth/revoke" => SandboxEndpoint.Revoke,
        "/v1/oauth/token/info" => SandboxEndpoint.Info,
        "/v2/account" => SandboxEndpoint.Account,
        { } path when path.StartsWith("/v2/", StringComparison.Ordinal) => SandboxEndpoint.Api,
        _ => SandboxEndpoint.None,
    };

    private static async Task<bool> IsRefreshAsync(HttpRequest request)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;
        return (form.TryGetValue("grant_type", out var type) ? type : request.Query["grant_type"]) == "refresh_token";
    }

    private async Task LoseAnswerAsync(HttpContext context)
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set(body);
            context.Abort();
        }
    }
}
