using DoOAuth.Sandbox.RateLimit;
using DoOAuth.Sandbox.Store;
using DoOAuth.Sandbox.Traffic;
using Microsoft.AspNetCore.Routing;

namespace DoOAuth.Sandbox.Seeding;

/// <summary><c>POST /sandbox/reset</c>: teams have what they had at the start, and no request is remembered or counted.</summary>
internal sealed class ResetEndpoint(Teams teams, RequestLog log, ScopeLedger ledger, RequestCounts counts)
{
    private const string Path = "/sandbox/reset";

    /// <summary>Maps the endpoint.</summary>
    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapMethods(Path, [HttpMethods.Post], context =>
    {
        // A page of another origin can send a simple request, but says where it comes from.
        if (context.Request.Headers.Origin is [{ } origin, ..] && origin != $"{context.Request.Scheme}://{context.Request.Host}")
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        Reset();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    /// <summary>Resets the sandbox. Tokens and consents stay valid.</summary>
    public void Reset()
    {
        teams.Reset();
        ledger.Clear();
        log.Clear();
        counts.Clear();
    }
}
