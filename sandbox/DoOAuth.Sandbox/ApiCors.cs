using Microsoft.AspNetCore.Cors.Infrastructure;

namespace DoOAuth.Sandbox;

/// <summary>
/// Lets pages of every origin call the API with a bearer token, as DigitalOcean's reference says. The OAuth server and the sandbox's own
/// addresses do not allow it.
/// </summary>
internal static class ApiCors
{
    /// <summary>The name of the policy.</summary>
    public const string Policy = "api";

    private static readonly TimeSpan MaximumAge = TimeSpan.FromHours(1);

    /// <summary>Adds the policy.</summary>
    public static void Configure(CorsOptions options) => options.AddPolicy(Policy, policy => policy
        .SetIsOriginAllowed(static _ => true)
        .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Options)
        .AllowAnyHeader()
        .AllowCredentials()
        .WithExposedHeaders("ratelimit-limit", "ratelimit-remaining", "ratelimit-reset", "retry-after")
        .SetPreflightMaxAge(MaximumAge));
}
