namespace DoOAuth.Api;

[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DigitalOceanOperationAttribute(string method, string path, params string[] scopes) : Attribute
{
    public string Method { get; } = method;

    public string Path { get; } = path;

    public IReadOnlyList<string> Scopes { get; } = scopes;
}

public sealed class DigitalOceanApiOptions;

public sealed record Thing(long Id);

public sealed class DigitalOceanApi(HttpClient client, DigitalOceanApiOptions? options = null)
{
    public DigitalOceanApiOptions? Options => options;

    public DropletsApi Droplets => new(client);

    public KubernetesApi Kubernetes => new(client);

    public VolumesApi Volumes() => new(client);
}

public sealed class DropletsApi
{
    private readonly HttpClient _client;

    internal DropletsApi(HttpClient client) => _client = client;

    [DigitalOceanOperation("GET", "/v2/droplets", "droplet:read")]
    public async IAsyncEnumerable<Thing> ListAsync()
    {
        await Task.Yield();
        yield return await this.SendAsync("/v2/droplets");
    }

    [DigitalOceanOperation("GET", "/v2/droplets/{id}", "droplet:read")]
    public Task<Thing> GetAsync(long id, CancellationToken cancellationToken = default) => this.SendAsync("/v2/droplets/" + id);

    [DigitalOceanOperation("POST", "/v2/droplets", "droplet:create")]
    public Task<Thing> CreateAsync(Thing thing) => this.SendAsync("/v2/droplets");

    [DigitalOceanOperation("DELETE", "/v2/droplets/{droplet_id}", "droplet:delete")]
    public Task DeleteAsync(long id) => this.SendAsync("/v2/droplets");

    [DigitalOceanOperation("GET", "/v2/snapshots", "snapshot:read")]
    [DigitalOceanOperation("GET", "/v2/images", "image:read")]
    public Task<Thing> SavedAsync() => this.SendAsync("/v2/images");

    // Not in the list of operations yet.
    [DigitalOceanOperation("GET", "/v2/droplets/{id}/weather", "certificate:read")]
    public Task<Thing> WeatherAsync(long id) => this.SendAsync("/v2/weather");

    [DigitalOceanOperation("GET", "/v2/moons", "tag:read | tag:create", "uptime:read")]
    public Task<Thing> MoonsAsync() => this.SendAsync("/v2/moons");

    [DigitalOceanOperation("GET", "/v2/planets")]
    public Task<Thing> PlanetsAsync() => this.SendAsync("/v2/planets");

    public Task<Thing> HelpAsync() => this.SendAsync("/help");

    private async Task<Thing> SendAsync(string path) => new((await _client.GetStringAsync(path)).Length);
}

public sealed class KubernetesApi(HttpClient client)
{
    public ClustersApi Clusters => new(client);
}

public sealed class ClustersApi(HttpClient client)
{
    [DigitalOceanOperation("GET", "/v2/kubernetes/clusters", "kubernetes:read")]
    public Task<string> ListAsync() => client.GetStringAsync("/v2/kubernetes/clusters");
}

public sealed class VolumesApi(HttpClient client)
{
    [DigitalOceanOperation("GET", "/v2/volumes", "block_storage:read")]
    public Task<string> ListAsync() => client.GetStringAsync("/v2/volumes");
}

public static class DigitalOceanApiExtensions
{
    extension(HttpClient client)
    {
        public DropletsApi Droplets => new(client);

        public KubernetesApi Kubernetes => new(client);

        [DigitalOceanOperation("GET", "/v2/account/keys", "ssh_key:read")]
        public Task<string> KeysAsync() => client.GetStringAsync("/v2/account/keys");
    }

    public static DigitalOceanApi DigitalOcean(this HttpClient client) => new(client);

    [DigitalOceanOperation("GET", "/v2/domains", "domain:read")]
    public static Task<string> DomainsAsync(this HttpClient client) => client.GetStringAsync("/v2/domains");
}
