using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient(nameof(ByNameOf), http => http.BaseAddress = Addresses.Root);
builder.Services.AddHttpClient<Configured>().ConfigureHttpClient(http => http.BaseAddress = new Uri(Addresses.Text));
builder.Services.AddHttpClient<Slashed>(http => { http.BaseAddress = new Uri("https://api.digitalocean.com/v2/"); http.Timeout = TimeSpan.FromSeconds(5); });
var app = builder.Build();
app.MapDeck();
app.MapGet("/lambda", (HttpClient http) => http.GetStringAsync("https://api.digitalocean.com/v2/vpcs")).RequireAuthorization(); // expect: DOO102 vpc:read
app.Use(async (context, next) => { await new HttpClient().GetStringAsync("https://api.digitalocean.com/v2/firewalls"); await next(context); }); // expect: DOO102 firewall:read
app.Run();

// case: a name by nameof
class ByNameOf(IHttpClientFactory factory)
{
    public async Task<string> List()
    {
        using var http = factory.CreateClient(nameof(ByNameOf));
        return await http.GetStringAsync("v2/firewalls"); // expect: DOO102 firewall:read
    }
}

// case: ConfigureHttpClient
class Configured
{
    private readonly HttpClient _client;
    public Configured(HttpClient client) => _client = client;
    public Task Drop(int id) => _client.DeleteAsync($"/v2/vpcs/{id}"); // expect: DOO102 vpc:delete
}

// case: relative to a base with the version
class Slashed(HttpClient http) { public Task<string> One(string id) => http.GetStringAsync($"certificates/{id}"); } // expect: DOO102 certificate:read

// case: a static client from a method
class FromMethod
{
    private static readonly HttpClient Client = Create();
    private static HttpClient Create() { var http = new HttpClient(); http.BaseAddress = new Uri("https://api.digitalocean.com"); return http; }
    public Task<string> List() => Client.GetStringAsync("/v2/firewalls"); // expect: DOO102 firewall:read
}

// case: a wrapper of the client under an interface
interface IApi { Task<string> Get(string path); }
class RealApi(HttpClient http) : IApi { public Task<string> Get(string path) => http.GetStringAsync("https://api.digitalocean.com" + path); } // or: DOO102
class UsesApi(IApi api) { public Task<string> List() => api.Get("/v2/vpcs"); } // expect: DOO102 vpc:read

// case: absolute by Uri in a field
class ByUri(HttpClient http) { private static readonly Uri Address = new("https://api.digitalocean.com/v2/firewalls"); public Task<string> List() => http.GetStringAsync(Address); } // expect: DOO102 firewall:read

// case: the request is made by a method and sent by another
class Split(HttpClient http)
{
    private static HttpRequestMessage Make(string path) => new(HttpMethod.Get, $"https://api.digitalocean.com/v2/{path}");
    public async Task<string> List() { var answer = await http.SendAsync(Make("certificates")); return await answer.Content.ReadAsStringAsync(); } // expect: DOO102 certificate:read
}

// case: a DigitalOceanClient that a method returns as HttpClient
class AsReturned(DigitalOceanClient client) { private HttpClient Http() => client; public Task<string> List() => Http().GetStringAsync("/v2/vpcs"); } // expect: DOO102 vpc:read

// case: handed to a static helper as HttpClient
static class Helper { public static Task<string> Read(HttpClient http, string path) => http.GetStringAsync(path); }
class HandsOver(DigitalOceanClient client) { public Task<string> List() => Helper.Read(client, "/v2/firewalls"); } // expect: DOO102 firewall:read

// case: the same helper with somebody else's: quiet
class HandsOther(HttpClient http) { public Task<string> List() => Helper.Read(http, "/v2/firewalls"); }

// case: relative on a typed client whose base comes from configuration: quiet
class ByConfiguration
{
    private readonly HttpClient _http;
    public ByConfiguration(HttpClient http, IConfiguration configuration) { _http = http; _http.BaseAddress = new Uri(configuration["Url"]!); }
    public Task<string> List() => _http.GetStringAsync("/v2/firewalls");
}

// case: the header by its name: either is right
class OwnHeader(HttpClient http)
{
    public Task<string> List(string token)
    {
        http.DefaultRequestHeaders.Add("Authorization", "Bearer " + token);
        return http.GetStringAsync("https://api.digitalocean.com/v2/vpcs"); // undecidable: DOO102
    }
}

static class Addresses
{
    public const string Text = "https://api.digitalocean.com";
    public static readonly Uri Root = new(Text);
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
