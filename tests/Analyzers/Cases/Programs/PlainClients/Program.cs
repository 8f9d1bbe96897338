using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapGet("/parameters/handler", Handled.Get); // or: DOO102 #handler
app.Run();

// Any HttpClient, where the address says that it is DigitalOcean's.

// case: factory's client, absolute address
class FromFactory(IHttpClientFactory factory) { public async Task<string> List() { var http = factory.CreateClient(); return await http.GetStringAsync("https://api.digitalocean.com/v2/firewalls?per_page=1"); } } // expect: DOO102 firewall:read

// case: helper that puts the host in front
static class Helper { const string Api = "https://api.digitalocean.com/v2"; public static async Task<string> Get(string url) { using var http = new HttpClient(); using var request = new HttpRequestMessage(HttpMethod.Get, $"{Api}{url}"); using var answer = await http.SendAsync(request); return await answer.Content.ReadAsStringAsync(); } } // or: DOO102
class Helped { public Task<string> Vpcs(int page) => Helper.Get($"/vpcs?page={page}"); } // expect: DOO102 vpc:read

// case: the client is a parameter, nobody calls the method
public static class Uncalled { public static Task<string> List(HttpClient http) => http.GetStringAsync("https://api.digitalocean.com/v2/firewalls"); } // expect: DOO102 firewall:read

// case: the same, and somebody calls it
static class Called
{
    public static Task<string> List(HttpClient http) => http.GetStringAsync("https://api.digitalocean.com/v2/firewalls"); // or: DOO102
    static Task<string> Caller() { using var http = new HttpClient(); return List(http); } // expect: DOO102 firewall:read
}

// case: primary constructor
class Primary(HttpClient http) { public Task<string> List() => http.GetStringAsync("https://api.digitalocean.com/v2/firewalls"); } // expect: DOO102 firewall:read

// case: extension method, nobody calls it
static class ExtensionOfHttp { public static Task<string> ListFirewalls(this HttpClient http) => http.GetStringAsync("https://api.digitalocean.com/v2/firewalls"); } // expect: DOO102 firewall:read

// case: handler of an endpoint
static class Handled { public static Task<string> Get(HttpClient http) => http.GetStringAsync("https://api.digitalocean.com/v2/certificates"); } // expect: DOO102 certificate:read #handler

// case: copied to a local
static class Copied { public static Task<string> List(HttpClient http) { var same = http; return same.GetStringAsync("https://api.digitalocean.com/v2/firewalls"); } } // expect: DOO102 firewall:read

// case: request in a local, then SendAsync on the parameter
static class Sent
{
    public static async Task Records(HttpClient httpClient, string domain, CancellationToken cancel)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"https://api.digitalocean.com/v2/domains/{domain}/records");
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await httpClient.SendAsync(request, cancel); // expect: DOO102 domain:read
    }
}

// case: public virtual method
public class Overridable { public virtual Task<string> List(HttpClient http) => http.GetStringAsync("https://api.digitalocean.com/v2/firewalls"); } // expect: DOO102 firewall:read

// case: handed on by a method that nobody calls
static class HandedOn
{
    static Task<string> Inner(HttpClient http) => http.GetStringAsync("https://api.digitalocean.com/v2/firewalls"); // or: DOO102
    public static Task<string> Outer(HttpClient http) => Inner(http); // expect: DOO102 firewall:read
}

// case: the verb is the caller's: which operation it is cannot be known
static class Verbs { public static Task Run(HttpClient http, HttpMethod method) => http.SendAsync(new(method, "https://api.digitalocean.com/v2/firewalls")); } // undecidable: DOO102

// case: relative on a client that may be anybody's: quiet
static class Anybody { public static Task<string> List(HttpClient http) => http.GetStringAsync("/v2/firewalls"); }

// case: with a token of the app's own: either is right
class OwnToken(HttpClient http, IConfiguration configuration)
{
    public Task<string> List()
    {
        http.DefaultRequestHeaders.Authorization = new("Bearer", configuration["DigitalOcean:Pat"]);
        return http.GetStringAsync("https://api.digitalocean.com/v2/domains"); // undecidable: DOO102
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
