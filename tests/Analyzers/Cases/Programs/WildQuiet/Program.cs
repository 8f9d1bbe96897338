using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddMemoryCache();
builder.Services.AddOptions<GitLabOptions>().BindConfiguration("GitLab");
builder.Services.AddHttpClient<GitLabApi>((services, http) => http.BaseAddress = services.GetRequiredService<IOptions<GitLabOptions>>().Value.Address);
builder.Services.AddTransient<RobotHandler>();
builder.Services.AddHttpClient<RobotApi>(http => http.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler<RobotHandler>();
builder.Services.AddHttpClient<RobotTags>(http => http.BaseAddress = new Uri("https://api.digitalocean.com/v2/")).AddHttpMessageHandler(services => new RobotHandler(services.GetRequiredService<IConfiguration>()));
foreach (var mirror in builder.Configuration.GetSection("Mirrors").GetChildren())
{
    builder.Services.AddHttpClient(mirror.Key, http => http.BaseAddress = new Uri(mirror.Value!));
}

var app = builder.Build();
app.MapDeck();

// Programs are full of texts that look like calls. Only account:read is declared, and nothing may be reported.

// case: own routes with DigitalOcean's names
app.MapGet("/v2/droplets", () => Results.Redirect("https://cloud.digitalocean.com/droplets"));
app.MapDelete("/v2/volumes/{id}", (Guid id) => Results.NoContent());
app.MapGet("/links", (LinkGenerator links, HttpContext context) => links.GetUriByName(context, "volumes", new { path = "/v2/volumes" }));

// case: the declared scope, guarded
app.MapGet("/profile", (Profiles profiles) => profiles.Read()).RequireAccountRead();
app.Run();

// case: a base from options
class GitLabOptions { public Uri Address { get; set; } = new("https://gitlab.example.com"); }
class GitLabApi(HttpClient http) { public Task<string> Volumes() => http.GetStringAsync("/v2/volumes"); }

// case: named clients whose names and bases come from configuration
class Mirrors(IHttpClientFactory factory) { public Task<string> Read(string mirror) => factory.CreateClient(mirror).GetStringAsync("/v2/registries"); }

// case: handlers that set the app's own token
class RobotHandler(IConfiguration configuration) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", configuration["Robot:Token"]);
        return base.SendAsync(request, cancellationToken);
    }
}

class RobotApi(HttpClient http) { public Task<string> Droplets() => http.GetStringAsync("/v2/droplets"); }
class RobotTags(HttpClient http) { public Task Add(string name) => http.PostAsJsonAsync("tags", new { name }); }

// case: hosts that are near to DigitalOcean's
class Near(HttpClient http)
{
    private const string Spaces = "https://nyc3.digitaloceanspaces.com";
    public Task<string> A() => http.GetStringAsync(Spaces + "/v2/volumes");
    public Task<string> B() => http.GetStringAsync("https://api.digitalocean.com.proxy.example/v2/volumes");
    public Task<string> C() => http.GetStringAsync("https://cloud.digitalocean.com/v2/volumes");
    public Task<string> D() => http.GetStringAsync("http://localhost:7070/v2/volumes");
    public Task<string> E() => http.GetStringAsync("https://example.com/?next=https://api.digitalocean.com/v2/droplets");
    public Task<string> F(string host) => http.GetStringAsync(new UriBuilder("https", host, 443, "/v2/droplets").Uri);
}

// case: DigitalOcean's address as a value, not as where it goes
class Hooks(HttpClient http)
{
    public Task Register() => http.PostAsJsonAsync("https://hooks.example.com/register", new { url = "https://api.digitalocean.com/v2/droplets" });
    public async Task Referred() { using var request = new HttpRequestMessage(HttpMethod.Get, "https://example.com/"); request.Headers.Referrer = new Uri("https://api.digitalocean.com/v2/droplets"); await http.SendAsync(request); }
    public Exception Fail() => new InvalidOperationException("https://api.digitalocean.com/v2/droplets answered 500");
}

// case: a base of DigitalOcean's, and an absolute address of somebody else's
class Leaving { private readonly HttpClient _http = new() { BaseAddress = new("https://api.digitalocean.com") }; public Task<string> Status() => _http.GetStringAsync("https://status.example.com/v2/droplets"); }

// case: a class of another namespace with the same name
class Vendored(Vendor.DigitalOceanClient client) { public Task<string> Droplets() => client.GetStringAsync("/v2/droplets"); }

// case: a path as the key of a cache
class Profiles(DigitalOceanClient client, IMemoryCache cache)
{
    public Task<string?> Read() => cache.GetOrCreateAsync("/v2/droplets", _ => client.GetStringAsync("/v2/account"))!;
}

// case: swapped by a tuple
class Swapped(DigitalOceanClient client) { public Task<string> Get() { var (first, second) = ("/v2/droplets", "/v2/account"); (first, second) = (second, first); return client.GetStringAsync(first); } }

// case: replaced in every branch
class Replaced(DigitalOceanClient client)
{
    public Task<string> Get(bool offers)
    {
        var path = "/v2/droplets";
        if (offers)
        {
            path = "/v2/1-clicks";
        }
        else
        {
            path = "/v2/account";
        }

        return client.GetStringAsync(path);
    }
}

// case: replaced by a ref parameter
class Referenced(DigitalOceanClient client)
{
    public Task<string> Get() { var path = "/v2/droplets"; Correct(ref path); return client.GetStringAsync(path); }
    private static void Correct(ref string path) => path = "/v2/account";
}

// case: replaced in a text
class Edited(DigitalOceanClient client) { public Task<string> Get() => client.GetStringAsync("/v2/droplets".Replace("droplets", "account")); }

// case: replaced by what nobody knows
class Unknown(DigitalOceanClient client, IConfiguration configuration)
{
    public Task<string> Get() { var path = "/v2/droplets"; path = configuration["Path"]!; return client.GetStringAsync(path); }
    public async Task<string> Linked(Stream json) => await client.GetStringAsync((await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(json))!["next"]);
}

// case: a list that a method changes
class Changed(DigitalOceanClient client)
{
    public Task<string> Get() { var parts = new List<string> { "", "v2", "droplets" }; Correct(parts); return client.GetStringAsync(string.Join('/', parts)); }
    private static void Correct(List<string> parts) => parts[2] = "account";
}

// case: one entry of a dictionary
class Entry(DigitalOceanClient client) { private static readonly Dictionary<string, string> Paths = new() { ["me"] = "/v2/account", ["droplets"] = "/v2/droplets" }; public Task<string> Me() => client.GetStringAsync(Paths["me"]); }

// case: one of an array
class Element(DigitalOceanClient client) { private static readonly string[] Paths = ["/v2/account", "/v2/droplets"]; public Task<string> Me() => client.GetStringAsync(Paths[0]); }

// case: a virtual path of an abstract class, which every derived class replaces
abstract class Resource(DigitalOceanClient client) { protected virtual string Path => "/v2/droplets"; public Task<string> Read() => client.GetStringAsync(Path); }
class AccountResource(DigitalOceanClient client) : Resource(client) { protected override string Path => "/v2/account"; }
class OfferResource(DigitalOceanClient client) : Resource(client) { protected override string Path => "/v2/1-clicks"; }

// case: a generic store that only the declared type uses
interface IStored { static abstract string Path { get; } }
record Account : IStored { public static string Path => "/v2/account"; }
record Droplet : IStored { public static string Path => "/v2/droplets"; }
class Store<T>(DigitalOceanClient client) where T : IStored { public Task<string> All() => client.GetStringAsync(T.Path); }
class Uses(Store<Account> accounts) { public Task<string> All() => accounts.All(); public string Other => Droplet.Path; }

// case: a request that is only shown
class Shown(ILogger<Shown> logger) { public void Log(Guid id) { using var request = new HttpRequestMessage(HttpMethod.Delete, $"https://api.digitalocean.com/v2/volumes/{id}"); logger.LogInformation("{Request}", request); } }

// case: a StringBuilder that is cleared
class Cleared(DigitalOceanClient client) { public Task<string> Get() { var path = new StringBuilder("/v2/droplets"); path.Clear().Append("/v2/account"); return client.GetStringAsync(path.ToString()); } }

// case: an address that is set again on the request
class Redirected(DigitalOceanClient client)
{
    public async Task Get() { using var request = new HttpRequestMessage(HttpMethod.Delete, "/v2/droplets"); request.Method = HttpMethod.Get; request.RequestUri = new Uri("/v2/account", UriKind.Relative); await client.SendAsync(request); }
}

// case: a record with another path
record Call(string Path, int Page);
class Copied(DigitalOceanClient client) { public Task<string> Get() { var call = new Call("/v2/droplets", 1) with { Path = "/v2/account" }; return client.GetStringAsync(call.Path); } }

// case: what a test's handler answers
class Fake : HttpMessageHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) => Task.FromResult(new HttpResponseMessage(request.RequestUri!.AbsolutePath == "/v2/droplets" ? System.Net.HttpStatusCode.OK : System.Net.HttpStatusCode.NotFound)); }
class Faked { public Task<string> Get() => new HttpClient(new Fake()) { BaseAddress = new("http://localhost") }.GetStringAsync("/v2/droplets"); }

// case: a proxy in front, by the request's address
class Proxied(HttpClient http, IConfiguration configuration) { public async Task Get() { var uri = new UriBuilder("https://api.digitalocean.com/v2/droplets"); uri.Host = configuration["Proxy"]!; await http.GetAsync(uri.Uri); } }

// case: branches that a constant decides: either is right
class Constant(DigitalOceanClient client) { private const bool Beta = false; public Task<string> Get() => client.GetStringAsync(Beta ? "/v2/droplets" : "/v2/account"); } // undecidable: DOO102

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;

namespace Vendor
{
    public class DigitalOceanClient { public Task<string> GetStringAsync(string path) => Task.FromResult(path); }
}
