using Yarp.ReverseProxy.Configuration;

namespace YarpSample;

/// <summary>What the proxy forwards: the droplets, and nothing else of the API.</summary>
internal static class Routes
{
    /// <summary>The routes. Guards protect all of them; a page of another site cannot use them.</summary>
    public static IReadOnlyList<RouteConfig> All { get; } =
    [
        new RouteConfig { RouteId = "droplets", ClusterId = "api", Match = new RouteMatch { Path = "/v2/droplets/{**rest}", Methods = ["GET"] } },
    ];

    /// <summary>The API as a destination.</summary>
    /// <param name="address">Its address.</param>
    public static ClusterConfig Api(string address) => new()
    {
        ClusterId = "api",
        Destinations = new Dictionary<string, DestinationConfig> { ["digitalocean"] = new() { Address = address } },
    };
}
