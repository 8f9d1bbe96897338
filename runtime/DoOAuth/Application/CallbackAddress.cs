using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace DoOAuth;

/// <summary>
/// The address of an application's callback. A sign-in needs it three times. The path is looked up once, and again after the endpoints change, unless
/// it contains parameters of the current request.
/// </summary>
internal sealed class CallbackAddress(DigitalOceanApplication application, LinkGenerator links, EndpointDataSource endpoints)
{
    private Known? _known;

    /// <summary>The path with the path base, encoded for an address; null if the callback is not mapped.</summary>
    public string? Path(HttpContext context) => FixedPath() is { } path
        ? context.Request.PathBase.ToUriComponent().TrimEnd('/') + path
        : links.GetPathByName(context, application.CallbackEndpoint);

    /// <summary>The absolute address; null if the callback is not mapped.</summary>
    public string? Uri(HttpContext context) => FixedPath() is not null && context.Request.Host.HasValue && Path(context) is { } path
        ? $"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}{path}"
        : links.GetUriByName(context, application.CallbackEndpoint);

    private string? FixedPath()
    {
        if (_known is not { Change.HasChanged: false } known)
        {
            // Read the change token first, so that changes during the lookup count.
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
