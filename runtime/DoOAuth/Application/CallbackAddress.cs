using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace DoOAuth;

/// <summary>
/// Where an application's callback is mapped. A sign-in asks three times; the path is looked up once, and again where endpoints have changed since,
/// unless it takes parameters from the request's own.
/// </summary>
internal sealed class CallbackAddress(DigitalOceanApplication application, LinkGenerator links, EndpointDataSource endpoints)
{
    private Known? _known;

    /// <summary>Its path, with the path base, as it stands in an address; null where it is not mapped.</summary>
    public string? Path(HttpContext context) => FixedPath() is { } path
        ? context.Request.PathBase.ToUriComponent().TrimEnd('/') + path
        : links.GetPathByName(context, application.CallbackEndpoint);

    /// <summary>Its whole address; null where it is not mapped.</summary>
    public string? Uri(HttpContext context) => FixedPath() is not null && context.Request.Host.HasValue && Path(context) is { } path
        ? $"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}{path}"
        : links.GetUriByName(context, application.CallbackEndpoint);

    private string? FixedPath()
    {
        if (_known is not { Change.HasChanged: false } known)
        {
            // Asked for first: what changes while the path is looked up counts.
            var change = endpoints.GetChangeToken();
            var isFixed = endpoints.Endpoints.OfType<RouteEndpoint>().Any(endpoint =>
                endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == application.CallbackEndpoint
                && endpoint.RoutePattern.Parameters.Count == 0);
            _known = known = new Known(isFixed ? links.GetPathByName(application.CallbackEndpoint, values: null) : null, change);
        }

        return known.Path;
    }

    private sealed record Known(string? Path, IChangeToken Change);
}
