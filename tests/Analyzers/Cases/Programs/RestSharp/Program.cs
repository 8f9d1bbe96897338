using DoOAuth;
using RestSharp;
using RestSharp.Authenticators;
using RestSharp.Authenticators.OAuth2;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
var app = builder.Build();
app.MapDropletDeck();

// case: a client with an address
app.MapGet("/a1", async () =>
{
    var client = new RestClient("https://api.digitalocean.com");
    return (await client.ExecuteAsync(new RestRequest("/v2/droplets"))).Content; // expect: DOO102 droplet:read
}).RequireAccountRead();
app.MapPost("/a2", async () =>
{
    using var client = new RestClient("https://api.digitalocean.com/v2");
    var request = new RestRequest("droplets", Method.Post);
    request.AddJsonBody(new { name = "web" });
    return (await client.ExecuteAsync(request)).Content; // expect: DOO102 droplet:create
}).RequireAccountRead();
app.MapGet("/a3", async (long id) =>
{
    using var client = new RestClient(new RestClientOptions("https://api.digitalocean.com"));
    var request = new RestRequest("v2/images/{id}").AddUrlSegment("id", id);
    return await client.GetAsync<object>(request); // expect: DOO102 image:read
}).RequireAccountRead();
app.MapGet("/a4", async () => await new RestClient(new Uri("https://api.digitalocean.com")).GetAsync<object>("v2/volumes")).RequireAccountRead(); // expect: DOO102 block_storage:read
app.MapDelete("/a5", async (long id) =>
{
    var client = new RestClient("https://api.digitalocean.com");
    var request = new RestRequest("/v2/droplets/{droplet}");
    request.AddUrlSegment("droplet", id);
    return await client.DeleteAsync(request); // expect: DOO102 droplet:delete
}).RequireAccountRead();
app.MapGet("/a6", async () => await new RestClient("https://api.digitalocean.com").ExecuteGetAsync(new RestRequest("/v2/account"))).RequireAccountRead();
app.MapPut("/a7", async (long id) => await new RestClient("https://api.digitalocean.com").PutAsync(new RestRequest($"/v2/images/{id}"))).RequireAccountRead(); // expect: DOO102 image:update

// case: a client of the signed-in user's
app.MapGet("/b1", async (DigitalOceanClient http) =>
{
    using var client = new RestClient(http);
    return await client.GetAsync<object>(new RestRequest("/v2/droplets")); // expect: DOO102 droplet:read
}).RequireAccountRead();

// case: elsewhere
app.MapGet("/c1", async () => await new RestClient("https://api.example.com").GetAsync<object>("v2/droplets")).RequireAccountRead();
app.MapGet("/c2", async (IConfiguration configuration) => await new RestClient(configuration["Api"]!).GetAsync<object>("v2/droplets")).RequireAccountRead();
app.MapGet("/c3", async (IRestClient client) => await client.GetAsync<object>("v2/droplets")).RequireAccountRead();

// case: a token of its own
app.MapGet("/d1", async () => await new Own().ListAsync()).RequireAccountRead();

// case: a text that the caller decides
app.MapGet("/e1", async (string id) =>
{
    using var client = new RestClient("https://api.digitalocean.com");
    return await client.GetAsync<object>(new RestRequest("v2/tags/{id}").AddUrlSegment("id", id)); // expect: DOO106, expect: DOO102 tag:read
}).RequireAccountRead();

// case: kept in a field, and an endpoint without a guard
app.MapGet("/f1", (Service service) => service.ListAsync()).RequireAccountRead();
app.MapGet("/f2", (Service service) => service.AccountAsync()); // expect: DOO103 account:read
app.Run();

sealed class Own
{
    private readonly RestClient _client = new(new RestClientOptions("https://api.digitalocean.com") { Authenticator = new OAuth2AuthorizationRequestHeaderAuthenticator("x", "Bearer") });

    public Task<RestResponse> ListAsync() => _client.ExecuteAsync(new RestRequest("/v2/droplets"));
}

sealed class Service
{
    private readonly RestClient _client;

    public Service() => _client = new RestClient("https://api.digitalocean.com");

    public Task<RestResponse> ListAsync() => _client.ExecuteAsync(new RestRequest("/v2/domains")); // expect: DOO102 domain:read

    public Task<RestResponse> AccountAsync() => _client.ExecuteAsync(new RestRequest("/v2/account"));
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class DropletDeck;
