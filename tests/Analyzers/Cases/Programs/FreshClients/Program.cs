using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<TypedVpcs>(client => client.BaseAddress = new Uri("https://api.digitalocean.com/"));
builder.Services.AddHttpClient<ICertificates, TypedCertificates>((services, client) => { client.BaseAddress = new("https://api.digitalocean.com/v2/"); client.Timeout = TimeSpan.FromSeconds(3); });
builder.Services.AddHttpClient("ocean", client => client.BaseAddress = new Uri(Names.Api));
builder.Services.AddHttpClient("river", client => client.BaseAddress = new Uri("https://api.river.example/"));
builder.Services.AddHttpClient<TypedRiver>().ConfigureHttpClient(client => client.BaseAddress = new Uri("https://api.river.example/"));
builder.Services.AddHttpClient<TypedLate>().ConfigureHttpClient(client => client.BaseAddress = new Uri("https://api.digitalocean.com"));
builder.Services.AddHttpClient<TypedToken>(client => { client.BaseAddress = new Uri("https://api.digitalocean.com"); client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", builder.Configuration["Pat"]); });
builder.Services.AddHttpClient<TypedOptions>((services, client) => client.BaseAddress = new Uri(services.GetRequiredService<IOptions<ApiOptions>>().Value.Url));
var app = builder.Build();
app.MapDeck();
app.Run();

static class Names { public const string Api = "https://api.digitalocean.com"; }
class ApiOptions { public string Url { get; set; } = ""; }

// case: typed client, relative with a slash
class TypedVpcs(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/vpcs"); } // expect: DOO102 vpc:read

// case: typed behind an interface, relative to /v2/
interface ICertificates { Task Add(object body); }
class TypedCertificates(HttpClient http) : ICertificates { public Task Add(object body) => http.PostAsJsonAsync("certificates", body); } // expect: DOO102 certificate:create

// case: named client, base in a constant
class NamedOcean(IHttpClientFactory factory) { public async Task<string> List() { using var http = factory.CreateClient("ocean"); return await http.GetStringAsync("v2/firewalls"); } } // expect: DOO102 firewall:read

// case: named client of another host: quiet
class NamedRiver(IHttpClientFactory factory) { public async Task<string> List() { using var http = factory.CreateClient("river"); return await http.GetStringAsync("v2/firewalls"); } }

// case: typed client of another host: quiet
class TypedRiver(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/firewalls"); }

// case: configured later
class TypedLate { private readonly HttpClient _http; public TypedLate(HttpClient http) { ArgumentNullException.ThrowIfNull(http); _http = http; } public Task<string> List() => _http.GetStringAsync("/v2/load_balancers"); } // expect: DOO102 load_balancer:read

// case: a token of its own: either is right
class TypedToken(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/apps"); } // undecidable: DOO102

// case: base from options: quiet
class TypedOptions(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/apps"); }

// case: base set in the constructor
class OwnBase { private readonly HttpClient _client; public OwnBase(HttpClient client) { _client = client; _client.BaseAddress = new Uri("https://api.digitalocean.com/v2/"); } public Task<string> List() => _client.GetStringAsync("projects"); } // expect: DOO102 project:read

// case: made in place with an initializer, static
static class Shared { private static readonly HttpClient Http = new() { BaseAddress = new Uri("https://api.digitalocean.com") }; public static Task<string> List() => Http.GetStringAsync("/v2/snapshots"); } // expect: DOO102 snapshot:read

// case: a static client of another host: quiet
static class SharedElsewhere { private static readonly HttpClient Http = new() { BaseAddress = new Uri("https://api.linode.com") }; public static Task<string> List() => Http.GetStringAsync("/v2/snapshots"); }

// case: handed to a base class
abstract class ApiBase(HttpClient http) { protected Task<T?> Get<T>(string path) => http.GetFromJsonAsync<T>(path); } // or: DOO102
class Volumes(DigitalOceanClient client) : ApiBase(client) { public Task<object?> List() => Get<object>("/v2/volumes"); } // expect: DOO102 block_storage:read

// case: made by ActivatorUtilities
class Activated(IServiceProvider services) { public Task<string> List() => ActivatorUtilities.CreateInstance<DigitalOceanClient>(services).GetStringAsync("/v2/vpcs"); } // expect: DOO102 vpc:read

// case: through a property
class Wrapper { public required DigitalOceanClient Inner { get; init; } }
class UsesWrapper(Wrapper wrapper) { public Task Drop(Guid id) => wrapper.Inner.DeleteAsync($"/v2/certificates/{id}"); } // expect: DOO102 certificate:delete

// case: SendAsync with a switch over the verb
class Verbs(DigitalOceanClient client)
{
    public Task Change(Guid id, bool whole)
    {
        var method = whole switch { true => HttpMethod.Put, false => HttpMethod.Patch };
        return client.SendAsync(new(method, $"/v2/vpcs/{id}")); // expect: DOO102 vpc:update
    }
}

// case: request with its address set later
class SetLater(DigitalOceanClient client)
{
    public async Task Add()
    {
        var request = new HttpRequestMessage();
        request.Method = HttpMethod.Post;
        request.RequestUri = new Uri("v2/firewalls", UriKind.Relative);
        await client.SendAsync(request); // expect: DOO102 firewall:create
    }
}

// case: a subtype of HttpRequestMessage
class PatchRequest(string path) : HttpRequestMessage(HttpMethod.Patch, path);
class SendsSubtype(DigitalOceanClient client) { public Task Go(Guid id) => client.SendAsync(new PatchRequest($"/v2/projects/{id}")); } // expect: DOO102 project:update

// case: a local function that retries
class Retried(DigitalOceanClient client)
{
    public async Task<string> List()
    {
        return await Retry(() => client.GetStringAsync("/v2/load_balancers")); // expect: DOO102 load_balancer:read
        async Task<T> Retry<T>(Func<Task<T>> make) { try { return await make(); } catch (HttpRequestException) { return await make(); } }
    }
}

// case: method group kept in a field
class Grouped { private readonly Func<string, Task<string>> _get; public Grouped(DigitalOceanClient client) => _get = client.GetStringAsync; public Task<string> List() => _get("/v2/reserved_ips"); } // expect: DOO102 reserved_ip:read

// case: Uri from a base and a relative
class TwoUris(HttpClient http) { private static readonly Uri Root = new("https://api.digitalocean.com/v2/"); public Task<string> List() => http.GetStringAsync(new Uri(Root, "vpcs?per_page=5")); } // expect: DOO102 vpc:read

// case: Uri of another root: quiet
class TwoOtherUris(HttpClient http) { private static readonly Uri Root = new("https://api.vultr.com/v2/"); public Task<string> List() => http.GetStringAsync(new Uri(Root, "vpcs?per_page=5")); }

// case: middleware
class Middleware(RequestDelegate next) { public async Task InvokeAsync(HttpContext context, DigitalOceanClient client) { await client.GetStringAsync("/v2/snapshots"); await next(context); } } // expect: DOO102 snapshot:read

// case: a hosted service with a scope
class Poller(IServiceScopeFactory scopes) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var http = scope.ServiceProvider.GetRequiredService<IHttpClientFactory>().CreateClient();
        await http.GetAsync("https://api.digitalocean.com/v2/apps", stoppingToken); // expect: DOO102 app:read
    }
}

// case: a cast and a pattern
class Cast(object client) { public async Task Go() { if (client is DigitalOceanClient ocean) { await ocean.GetStringAsync("/v2/vpcs"); } } } // expect: DOO102 vpc:read

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
