using DoOAuth;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<CivoApi>((services, http) => http.BaseAddress = services.GetRequiredService<IOptions<CivoOptions>>().Value.Url);
builder.Services.AddHttpClient("linode", http => http.BaseAddress = new Uri("https://api.linode.com"));
var app = builder.Build();
app.MapDeck();
app.MapGet("/linode", (IHttpClientFactory factory) => factory.CreateClient("linode").GetStringAsync("/v2/images"));
app.MapGet("/mirror/{**path}", (string path, HttpClient http) => http.GetStringAsync($"https://mirror.example/{path}"));
app.MapGet("/paths", () => Paths.All);
app.Run();

// Somebody else's API with DigitalOcean's paths, and texts that look like calls. Nothing here may be reported.

static class Paths { public static readonly string[] All = ["/v2/droplets", "/v2/volumes"]; }
class CivoOptions { public Uri Url { get; set; } = new("https://api.civo.com"); }
class CivoApi(HttpClient http) { public Task<string> Networks() => http.GetStringAsync("/v2/firewalls"); public Task Drop(Guid id) => http.DeleteAsync($"v2/kubernetes/clusters/{id}"); }

// case: an abstract client of several providers
abstract class Cloud(HttpClient http) { protected abstract string Root { get; } public Task<string> Images() => http.GetStringAsync(Root + "/v2/images"); }
sealed class Vultr(HttpClient http) : Cloud(http) { protected override string Root => "https://api.vultr.com"; }
sealed class Linode(HttpClient http) : Cloud(http) { protected override string Root => "https://api.linode.com"; }

// case: the base by a constructor
class AnyCloud { private readonly Uri _base; private readonly HttpClient _http; public AnyCloud(HttpClient http, string host) { _http = http; _base = new UriBuilder("https", host).Uri; } public Task<string> Sizes() => _http.GetStringAsync(new Uri(_base, "/v2/sizes")); }

// case: relative on a client that a caller makes for another provider
class Relay { public Task<string> Go(HttpClient http, string path) => http.GetStringAsync(path); public Task<string> Scaleway() { var http = new HttpClient { BaseAddress = new("https://api.scaleway.com") }; return Go(http, "/v2/volumes"); } }

// case: in a dictionary of hosts
class Many(HttpClient http) { private static readonly Dictionary<string, string> Hosts = new() { ["a"] = "https://a.example", ["b"] = "https://b.example" }; public Task<string> Go(string name) => http.GetStringAsync($"{Hosts[name]}/v2/droplets"); }

// case: an own class with the same methods
class FakeClient { public Task<string> GetStringAsync(string path) => Task.FromResult(path); public Task SendAsync(HttpRequestMessage request) => Task.CompletedTask; }
class UsesFake(FakeClient client) { public Task<string> A() => client.GetStringAsync("/v2/droplets"); public Task B() => client.SendAsync(new(HttpMethod.Delete, "/v2/volumes/1")); }

// case: a request that nobody sends
class Unsent { public HttpRequestMessage Make() => new(HttpMethod.Get, "/v2/droplets"); public string Text() => "https://api.digitalocean.com/v2/droplets"; public Uri Link() => new("https://api.digitalocean.com/v2/images"); }

// case: the request's address is replaced before it is sent
class Replaced(HttpClient http) { public Task Go() { var request = new HttpRequestMessage(HttpMethod.Get, "https://api.digitalocean.com/v2/droplets"); request.RequestUri = new Uri("https://api.example/v2/droplets"); return http.SendAsync(request); } }

// case: a host that only begins like DigitalOcean's
class Lookalike(HttpClient http) { public Task<string> A() => http.GetStringAsync("https://api.digitalocean.com.example/v2/droplets"); public Task<string> B() => http.GetStringAsync("https://example.com/?u=https://api.digitalocean.com/v2/droplets"); }

// case: on the user's client, an absolute address of another host
class Elsewhere(DigitalOceanClient client) { public Task<string> Go() => client.GetStringAsync("https://api.example/v2/droplets"); }

// case: on the user's client, an operation that is declared, in many ways
class Declared(DigitalOceanClient client)
{
    public async Task Go(bool more, string? next)
    {
        var path = "/v2/droplets";
        path = more ? "/v2/account?x=1" : "/v2/account";
        await client.GetStringAsync(path);
        await client.GetStringAsync(next ?? "/v2/account");
        var (a, _) = ("/v2/account", "/v2/droplets");
        await client.GetStringAsync(a);
        string[] both = ["/v2/droplets", "/v2/account"];
        await client.GetStringAsync(both[1]);
        Func<string, Task<string>> get = client.GetStringAsync;
        await get("/v2/account");
        foreach (var one in new[] { "/v2/droplets", "/v2/account" }.Where(text => text.EndsWith("account", StringComparison.Ordinal))) { await client.GetStringAsync(one); } // undecidable: DOO102
        await client.GetStringAsync("/v2/droplets".Replace("droplets", "account"));
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
