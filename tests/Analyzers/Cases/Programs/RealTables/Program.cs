using System.Collections.Frozen;
using System.Globalization;
using DoOAuth;
using Tables.Routing;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// Paths out of tables: constants, dictionaries, records, enums, switches. Only account:read is declared.

// case: constants that are put together from constants, in a partial static class of two files
sealed class AlertClient(DigitalOceanClient client)
{
    public Task<string> ListAsync() => client.GetStringAsync(ApiRoutes.Monitoring.Alerts); // expect: DOO102 monitoring:read
    public Task DropAsync(Guid id) => client.DeleteAsync(string.Format(CultureInfo.InvariantCulture, ApiRoutes.Monitoring.AlertById, id)); // expect: DOO102 monitoring:delete
    public Task<string> MeAsync() => client.GetStringAsync(ApiRoutes.Me);
}

// case: a method of the table with named arguments in another order
sealed class PoolClient(DigitalOceanClient client)
{
    public Task<HttpResponseMessage> GrowAsync(Guid cluster, Guid pool, int count) =>
        client.PutAsJsonAsync(ApiRoutes.Kubernetes.NodePool(pool: pool, cluster: cluster), new { count }); // expect: DOO102 kubernetes:update

    public Task<string> OneAsync(Guid cluster) => client.GetStringAsync(ApiRoutes.Kubernetes.Cluster(cluster)); // expect: DOO102 kubernetes:read
}

// case: a switch over an enum, in an extension method of another file
sealed class CatalogClient(DigitalOceanClient client)
{
    public Task<string> SizesAsync() => ReadAsync(Catalog.Sizes); // expect: DOO102 sizes:read
    public Task<string> OffersAsync() => ReadAsync(Catalog.Offers);
    public Task<string> ProfileAsync() => ReadAsync(Catalog.Profile);

    private Task<string> ReadAsync(Catalog catalog) => client.GetStringAsync(catalog.ToPath()); // or: DOO102
}

// case: a dictionary that is written out, of which one key is used
sealed class ReportClient(DigitalOceanClient client)
{
    private static readonly Dictionary<string, string> s_reports = new(StringComparer.Ordinal)
    {
        ["neighbours"] = "/v2/reports/droplet_neighbors_ids",
        ["offers"] = "/v2/1-clicks",
        ["account"] = "/v2/account",
    };

    public Task<string> NeighboursAsync() => client.GetStringAsync(s_reports["neighbours"]); // expect: DOO102 droplet:read
    public Task<string> OffersAsync() => client.GetStringAsync(s_reports["offers"]);
    public Task<string> AccountAsync() => client.GetStringAsync(s_reports["account"]);
}

// case: a frozen dictionary, asked with TryGetValue; what it has is all that it can be
sealed class MetricClient(DigitalOceanClient client)
{
    private static readonly FrozenDictionary<string, string> s_metrics = new Dictionary<string, string>
    {
        ["cpu"] = "/v2/monitoring/metrics/droplet/cpu",
        ["load"] = "/v2/monitoring/metrics/droplet/load_1",
        ["memory"] = "/v2/monitoring/metrics/droplet/memory_free",
    }.ToFrozenDictionary();

    public Task<string> ReadAsync(string metric, long droplet) =>
        s_metrics.TryGetValue(metric, out var path) ? client.GetStringAsync($"{path}?host_id={droplet}") : throw new KeyNotFoundException(metric); // undecidable: DOO102
}

// case: descriptors as records, in static properties
sealed class DescribedClient(DigitalOceanClient client)
{
    public Task<HttpResponseMessage> ScanAsync() => RunAsync(Operation.StartScan, new { }); // expect: DOO102 security:create
    public Task<HttpResponseMessage> CheckAsync(object check) => RunAsync(Operation.CreateCheck, check); // expect: DOO102 uptime:create
    public Task<HttpResponseMessage> WhoAsync() => RunAsync(Operation.WhoAmI, null);

    private async Task<HttpResponseMessage> RunAsync(Operation operation, object? body)
    {
        using var request = new HttpRequestMessage(operation.Method, operation.Path);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await client.SendAsync(request); // or: DOO102
    }
}

// case: an array of steps, all of which are walked
sealed class Teardown(DigitalOceanClient client)
{
    private static readonly (string Title, string Path)[] s_steps = [("keys", "/v2/spaces/keys"), ("offers", "/v2/1-clicks"), ("profile", "/v2/account")];

    public async Task<string> PreviewAsync()
    {
        var lines = new List<string>();
        foreach (var (title, path) in s_steps)
        {
            lines.Add($"{title}: {(await client.GetStringAsync(path)).Length}"); // expect: DOO102 spaces_key:read
        }

        return string.Join(Environment.NewLine, lines);
    }

    public Task<string> LastAsync() => client.GetStringAsync(s_steps[2].Path);
}

// case: a generic resource by a static abstract member, the segment by the type argument
sealed class ResourceClient(DigitalOceanClient client)
{
    public Task<string> GatewaysAsync(int page) => PageAsync<NatGateway>(page); // expect: DOO102 nat_gateway:read
    public Task<string> OffersAsync(int page) => PageAsync<OneClick>(page);
    public Task DropPeeringAsync(Guid id) => client.DeleteAsync(Resource<VpcPeering>.One(id)); // expect: DOO102 vpc_peering:delete

    private Task<string> PageAsync<T>(int page) where T : IResource => client.GetStringAsync($"{Resource<T>.All}?page={page}"); // or: DOO102
}

// case: base classes with an abstract path, two levels, and one that is not DigitalOcean's
abstract class EndpointClient
{
    protected abstract HttpClient Http { get; }
    protected abstract string Root { get; }
    protected virtual string Version => "v2";
    protected string Url(params string[] segments) => string.Join('/', ["", Version, Root, .. segments]);
}

abstract class OceanEndpoint(DigitalOceanClient client) : EndpointClient { protected override HttpClient Http => client; }
sealed class CertificateClient(DigitalOceanClient client) : OceanEndpoint(client)
{
    protected override string Root => "certificates";
    public Task<HttpResponseMessage> AddAsync(object certificate) => Http.PostAsJsonAsync(Url(), certificate); // expect: DOO102 certificate:create
}

sealed class CdnClient(DigitalOceanClient client) : OceanEndpoint(client)
{
    protected override string Root => "cdn";
    public Task PurgeAsync(Guid id) => Http.DeleteAsync(Url("endpoints", id.ToString(), "cache")); // expect: DOO102 cdn:delete
}

sealed class FastlyClient(IHttpClientFactory factory) : EndpointClient
{
    protected override HttpClient Http => factory.CreateClient("fastly");
    protected override string Root => "certificates";
    public Task<HttpResponseMessage> AddAsync(object certificate) => Http.PostAsJsonAsync(Url(), certificate);
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
