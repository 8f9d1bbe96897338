using System.Net.Http.Json;
using System.Text;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient("a", c => c.BaseAddress = new Uri("https://api.digitalocean.com"));
builder.Services.AddHttpClient("b", c => c.BaseAddress = new Uri("https://example.com"));
builder.Services.AddHttpClient<Tenant>();
var app = builder.Build();
app.MapDeck();
app.Run();

// Somebody else's API: quiet, all of it.
class Tenant(HttpClient http, IConfiguration configuration)
{
    private readonly string _root = configuration["Root"] ?? "https://api.example.com";
    public Task<string> List() => http.GetStringAsync($"{_root}/v2/droplets");
    public Task<string> One(int id) => http.GetStringAsync(new Uri(new Uri(_root), $"/v2/droplets/{id}"));
}

class ByName(IHttpClientFactory factory)
{
    public async Task<string> Get(bool which) { var http = factory.CreateClient(which ? "b" : "c"); return await http.GetStringAsync("/v2/droplets"); }
    public async Task<string> Any(string name) { var http = factory.CreateClient(name); return await http.GetStringAsync("/v2/droplets"); }
}

class Relay(HttpClient http)
{
    private Task<HttpResponseMessage> Send(string host, HttpMethod method, string path) => http.SendAsync(new HttpRequestMessage(method, new UriBuilder("https", host) { Path = path }.Uri));
    public Task A() => Send("api.hetzner.cloud", HttpMethod.Delete, "/v2/droplets/1");
    public Task B() => Send("api.vultr.com", HttpMethod.Post, "/v2/domains");
}

abstract class Provider(HttpClient http)
{
    protected abstract string Host { get; }
    public Task<string> Regions() => http.GetStringAsync($"https://{Host}/v2/regions");
    public Task<string> Images() => http.GetStringAsync(new StringBuilder("https://").Append(Host).Append("/v2/images").ToString());
}

class Vultr(HttpClient http) : Provider(http) { protected override string Host => "api.vultr.com"; }
class Linode(HttpClient http) : Provider(http) { protected override string Host => "api.linode.com"; }

class Similar(HttpClient http)
{
    public Task<string> A() => http.GetStringAsync("https://api.digitalocean.com.example.com/v2/droplets");
    public Task<string> B() => http.GetStringAsync("https://example.com/?u=https://api.digitalocean.com/v2/droplets");
    public Task<string> C() => http.GetStringAsync("https://docs.digitalocean.com/v2/droplets");
    public Task<string> D() => http.GetStringAsync("https://api.digitalocean.com@example.com/v2/droplets");
    public Task<string> E() => http.GetStringAsync("https://xapi.digitalocean.com/v2/droplets");
}

interface IBackend { Task<string> Get(string path); }
class OceanBackend(DigitalOceanClient client) : IBackend { public Task<string> Get(string path) => client.GetStringAsync(path); }
class RiverBackend(HttpClient http) : IBackend { public Task<string> Get(string path) => http.GetStringAsync("https://river.example" + path); }
class RiverUser(RiverBackend backend) { public Task<string> Go() => backend.Get("/v2/droplets"); }
class OceanUser(OceanBackend backend) { public Task<string> Go() => backend.Get("/v2/account"); }

static class Extensions { public static Task<T?> Fetch<T>(this HttpClient http, string root, string path) => http.GetFromJsonAsync<T>(root.TrimEnd('/') + "/" + path.TrimStart('/')); }
class Extended(HttpClient http) { public Task<object?> Go() => http.Fetch<object>("https://vault.example/", "/v2/databases"); public Task<object?> Own() => http.Fetch<object>("https://api.digitalocean.com/", "/v2/account"); }

class Settings { public string Base { get; set; } = "https://api.example.com"; }
class WithSettings(HttpClient http, Settings settings) { public Task<string> Go() => http.GetStringAsync(settings.Base + "/v2/volumes"); }

class Named { public string Path { get; init; } = "/v2/droplets"; }
class NotACall(DigitalOceanClient client, Named named, ILogger<NotACall> logger)
{
    public void Log() => logger.LogInformation("see {Path}", named.Path);
    public string Text() => "https://api.digitalocean.com/v2/droplets";
    public Uri? Base() => client.BaseAddress;
    public void Cancel() => client.CancelPendingRequests();
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
