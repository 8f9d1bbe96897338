namespace Tables.Routing;

public static partial class ApiRoutes
{
    private const string Version = "v2";
    private const string Base = $"/{Version}";
    public const string Me = Base + "/account";

    public static class Kubernetes
    {
        private const string Clusters = Base + "/kubernetes/clusters";
        public static string Cluster(Guid cluster) => Clusters + "/" + cluster.ToString("D");
        public static string NodePool(Guid cluster, Guid pool) => $"{Cluster(cluster)}/node_pools/{pool}";
    }
}

public enum Catalog { Sizes, Offers, Profile }

public static class CatalogExtensions
{
    public static string ToPath(this Catalog catalog) => catalog switch
    {
        Catalog.Sizes => "/v2/sizes",
        Catalog.Offers => "/v2/1-clicks",
        Catalog.Profile => ApiRoutes.Me,
        _ => throw new ArgumentOutOfRangeException(nameof(catalog)),
    };
}

public sealed record Operation(HttpMethod Method, string Path)
{
    public static Operation StartScan { get; } = new(HttpMethod.Post, "/v2/security/scans");
    public static Operation CreateCheck { get; } = new(HttpMethod.Post, "/v2/uptime/checks");
    public static Operation WhoAmI { get; } = new(HttpMethod.Get, "/v2/account");
}

public interface IResource { static abstract string Segment { get; } }
public sealed class NatGateway : IResource { public static string Segment => "vpc_nat_gateways"; }
public sealed class VpcPeering : IResource { public static string Segment => "vpc_peerings"; }
public sealed class OneClick : IResource { public static string Segment => "1-clicks"; }

public static class Resource<T> where T : IResource
{
    public static string All => $"/v2/{T.Segment}";
    public static string One(Guid id) => $"{All}/{id}";
}
