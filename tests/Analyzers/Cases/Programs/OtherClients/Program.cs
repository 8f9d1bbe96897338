using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<TypedClient>(http => http.BaseAddress = new Uri("https://api.digitalocean.com"));
builder.Services.AddHttpClient<ITypedService, TypedService>((services, http) => { http.BaseAddress = new Uri("https://api.digitalocean.com/v2/"); });
builder.Services.AddHttpClient("do", http => http.BaseAddress = new Uri("https://api.digitalocean.com"));
builder.Services.AddHttpClient("vultr", http => http.BaseAddress = new Uri("https://api.vultr.com"));
builder.Services.AddHttpClient<VultrClient>(http => http.BaseAddress = new Uri("https://api.vultr.com"));
builder.Services.AddHttpClient<TokenClient>(http => { http.BaseAddress = new Uri("https://api.digitalocean.com"); http.DefaultRequestHeaders.Authorization = new("Bearer", builder.Configuration["Pat"]); });
var app = builder.Build();
app.MapDeck();
app.Run();

// A plain HttpClient whose base address is DigitalOcean's, and a DigitalOceanClient under another type.

// case: typed
class TypedClient(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/firewalls"); } // expect: DOO102 firewall:read

// case: typed behind an interface, the version in the base
interface ITypedService { Task<string> List(); }
class TypedService(HttpClient http) : ITypedService { public Task<string> List() => http.GetStringAsync("vpcs"); } // expect: DOO102 vpc:read

// case: named
class NamedClient(IHttpClientFactory factory) { public Task<string> List() => factory.CreateClient("do").GetStringAsync("/v2/vpcs"); } // expect: DOO102 vpc:read

// case: another name: quiet
class OtherName(IHttpClientFactory factory) { public Task<string> List() => factory.CreateClient("vultr").GetStringAsync("/v2/vpcs"); }

// case: another provider's typed client: quiet
class VultrClient(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/firewalls"); }

// case: base address in the constructor
class InConstructor
{
    private readonly HttpClient _http;

    public InConstructor(HttpClient http)
    {
        _http = http;
        _http.BaseAddress = new Uri("https://api.digitalocean.com/");
    }

    public Task<string> List() => _http.GetStringAsync("v2/firewalls"); // expect: DOO102 firewall:read
}

// case: base address in an initializer
class InInitializer
{
    private static readonly HttpClient Http = new() { BaseAddress = new Uri("https://api.digitalocean.com/v2/") };
    public Task<string> List() => Http.GetStringAsync("certificates"); // expect: DOO102 certificate:read
}

// case: base address of a local
class OfLocal
{
    public async Task<string> List()
    {
        using var http = new HttpClient();
        http.BaseAddress = new Uri("https://api.digitalocean.com");
        return await http.GetStringAsync("/v2/vpcs"); // expect: DOO102 vpc:read
    }
}

// case: token of its own, where the client is registered: either is right
class TokenClient(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/firewalls"); } // undecidable: DOO102

// case: token of its own on the request: either is right
class TokenOnRequest(HttpClient http)
{
    public Task Drop(string pat)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, "https://api.digitalocean.com/v2/vpcs/1");
        request.Headers.Authorization = new("Bearer", pat);
        return http.SendAsync(request); // undecidable: DOO102
    }
}

// case: handed to a base class
abstract class Basis(HttpClient http) { protected Task<string> Get(string path) => http.GetStringAsync(path); } // or: DOO102
class Derived(DigitalOceanClient client) : Basis(client) { public Task<string> List() => Get("/v2/vpcs"); } // expect: DOO102 vpc:read

// case: a property of type HttpClient
class InProperty(DigitalOceanClient client) { private HttpClient Http { get; } = client; public Task<string> List() => Http.GetStringAsync("/v2/firewalls"); } // expect: DOO102 firewall:read

// case: middleware with an absolute address
class Middleware(RequestDelegate next, HttpClient http)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await http.GetStringAsync("https://api.digitalocean.com/v2/firewalls"); // expect: DOO102 firewall:read
        await next(context);
    }
}

// case: iterator with the client as a parameter
static class Iterating
{
    public static async IAsyncEnumerable<string> All(HttpClient http)
    {
        for (var page = 1; page < 3; page++)
        {
            yield return await http.GetStringAsync($"https://api.digitalocean.com/v2/vpcs?page={page}"); // expect: DOO102 vpc:read
        }
    }
}

// case: recursion with the client as a parameter
static class Recursing
{
    public static async Task<string> Next(HttpClient http, int page) =>
        await http.GetStringAsync($"https://api.digitalocean.com/v2/firewalls?page={page}") + (page > 9 ? "" : await Next(http, page + 1)); // expect: DOO102 firewall:read
}

// case: the address is a constant, the client a parameter with a verb by name
static class Constants
{
    private const string Api = "https://api.digitalocean.com/v2/";
    public static Task Drop(HttpClient http, int id) => http.DeleteAsync(Api + "certificates/" + id); // expect: DOO102 certificate:delete
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
