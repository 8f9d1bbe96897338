using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<Registered>(http => http.BaseAddress = new Uri("https://api.linode.com"));
var app = builder.Build();
app.MapDeck();
app.Run();

// Somebody else's API with the same paths: quiet, unless the caller says that the host is DigitalOcean's.

// case: the base is a sum with a parameter
class Sum(HttpClient http) { public Task<string> Get(string baseUrl) => http.GetStringAsync(baseUrl + "/v2/vpcs"); }

// case: the base is a Uri
class Based(HttpClient http) { public Task<string> Get(Uri host) => http.GetStringAsync(new Uri(host, "/v2/firewalls")); }

// case: the base is a field from the constructor
class Kept { private readonly HttpClient _http; private readonly string _base; public Kept(HttpClient http, string address) { _http = http; _base = address; } public Task<string> Get() => _http.GetStringAsync($"{_base}/v2/certificates"); }

// case: the base is an option
class Options { public string Url { get; set; } = ""; }
class ByOption(HttpClient http, Options options) { public Task<string> Get() => http.GetStringAsync($"{options.Url}/v2/vpcs"); }

// case: relative on a client of another provider
class Registered(HttpClient http) { public Task<string> Get() => http.GetStringAsync("/v2/firewalls"); }

// case: the caller names DigitalOcean
class Named(HttpClient http)
{
    private Task<string> Get(string baseUrl) => http.GetStringAsync(baseUrl + "/v2/vpcs"); // or: DOO102
    public Task<string> Ours() => Get("https://api.digitalocean.com"); // expect: DOO102 vpc:read
}

// case: two callers, one of them DigitalOcean's
class Both(HttpClient http)
{
    private Task<string> Get(string host, string path) => http.GetStringAsync($"https://{host}/v2/{path}");
    public Task<string> Ours() => Get("api.digitalocean.com", "firewalls"); // expect: DOO102 firewall:read
    public Task<string> Theirs() => Get("api.example.com", "firewalls");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
