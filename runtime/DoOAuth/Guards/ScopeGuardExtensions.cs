using System.ComponentModel;
using Microsoft.AspNetCore.Builder;

namespace DoOAuth;

/// <summary>What the generated guards call.</summary>
public static class ScopeGuardExtensions
{
    /// <summary>
    /// Lets only users of the application through who granted all of the scopes. Signed out is 401 (a page load goes on to login);
    /// a missing scope is 403, or, for a page load, the way to DigitalOcean to ask for it.
    /// </summary>
    /// <param name="builder">An endpoint, or a group of them.</param>
    /// <param name="scheme">The application's scheme.</param>
    /// <param name="scopes">Names of scopes, best taken from <see cref="Scopes"/>.</param>
    /// <typeparam name="TBuilder">The endpoint's or group's own type, so that calls can be chained.</typeparam>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentException">No scope is named, or one of them is empty.</exception>
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

            // The guard itself would give way to a policy that the app gives the endpoint later.
            endpoint.Metadata.Add(PersonalEndpoint.NoOutputCaching);
        });
        return builder;
    }
}
