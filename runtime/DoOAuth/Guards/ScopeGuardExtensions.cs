using System.ComponentModel;
using Microsoft.AspNetCore.Builder;

namespace DoOAuth;

/// <summary>The methods that generated guards call.</summary>
public static class ScopeGuardExtensions
{
    /// <summary>
    /// Lets only users of the application through who granted all of the scopes. Without a session, the response is 401, or a redirect to login for a
    /// page load. If a scope is missing, it is 403, or, for a page load, a redirect to DigitalOcean to request the scope.
    /// </summary>
    /// <param name="builder">An endpoint or a route group.</param>
    /// <param name="scheme">The application's scheme.</param>
    /// <param name="scopes">The names of the scopes, preferably constants of <see cref="Scopes"/>.</param>
    /// <typeparam name="TBuilder">The type of the endpoint or group, so that calls can be chained.</typeparam>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentException">There is no scope, or one of them is empty.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static TBuilder RequireDigitalOceanScope<TBuilder>(this TBuilder builder, string scheme, params string[] scopes)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        var guard = new RequireScopeAttribute(scopes) { Scheme = scheme };
        builder.Add(endpoint =>
        {
            endpoint.Metadata.Add(guard);

            // A policy that the app adds to the endpoint later would override the guard itself.
            endpoint.Metadata.Add(PersonalEndpoint.NoOutputCaching);
        });
        return builder;
    }
}
