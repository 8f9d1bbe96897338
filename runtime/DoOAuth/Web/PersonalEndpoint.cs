using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;

namespace DoOAuth;

/// <summary>
/// Endpoints whose responses depend on a session. Just before the handler runs, caching headers from middleware are removed. Some apps set "public"
/// for all of their pages there, and response caching would then return one user's response to the next.
/// </summary>
internal static class PersonalEndpoint
{
    private static readonly ConditionalWeakTable<RouteEndpoint, RouteEndpoint> Guarded = [];

    /// <summary>After all policies of the app, and before lookup and lock.</summary>
    public static OutputCacheAttribute NoOutputCaching { get; } = new() { NoStore = true };

    /// <summary>
    /// Prepares the endpoint of a request, which has a guard. The guard can be an attribute, which cannot change the endpoint when the app is built.
    /// </summary>
    public static void Prepare(HttpContext context)
    {
        PersonalAnswer.Is(context);
        if (context.GetEndpoint() is RouteEndpoint { RequestDelegate: { Target: not Handler } } endpoint)
        {
            context.SetEndpoint(Guarded.GetValue(endpoint, static original => new RouteEndpoint(
                Begin(original.RequestDelegate!), original.RoutePattern, original.Order, original.Metadata, original.DisplayName)));
        }
    }

    /// <summary>Starts the endpoint of a request, before its handler has set any headers.</summary>
    public static void Begin(HttpContext context)
    {
        PersonalAnswer.Is(context);
        if (!context.Response.HasStarted && !context.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.CacheControl = default;
        }
    }

    private static RequestDelegate Begin(RequestDelegate handler) => new Handler(handler).RunAsync;

    private sealed class Handler(RequestDelegate handler)
    {
        public Task RunAsync(HttpContext context)
        {
            Begin(context);
            return handler(context);
        }
    }
}
