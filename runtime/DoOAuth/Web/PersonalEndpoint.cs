using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;

namespace DoOAuth;

/// <summary>
/// Endpoints whose answers depend on a session, whoever asks. Right before the handler runs, what middleware has said about caching is taken back:
/// apps say "public" for all of their pages there, and response caching would then give one user's answer to the next.
/// </summary>
internal static class PersonalEndpoint
{
    private static readonly ConditionalWeakTable<RouteEndpoint, RouteEndpoint> Guarded = [];

    /// <summary>It comes after every policy of the app's, and before lookup and lock.</summary>
    public static OutputCacheAttribute NoOutputCaching { get; } = new() { NoStore = true };

    /// <summary>Prepares the request's endpoint, which has a guard. That may be an attribute, which changes no endpoint when the app is built.</summary>
    public static void Prepare(HttpContext context)
    {
        PersonalAnswer.Is(context);
        if (context.GetEndpoint() is RouteEndpoint { RequestDelegate: { Target: not Handler } } endpoint)
        {
            context.SetEndpoint(Guarded.GetValue(endpoint, static original => new RouteEndpoint(
                Begin(original.RequestDelegate!), original.RoutePattern, original.Order, original.Metadata, original.DisplayName)));
        }
    }

    /// <summary>The endpoint of the request begins, before its handler has said anything.</summary>
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
