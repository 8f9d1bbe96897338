using DoOAuth;
using Flurl;
using Flurl.Http;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
var app = builder.Build();
app.MapDropletDeck();

// case: a text
app.MapGet("/a1", () => "https://api.digitalocean.com".AppendPathSegment("v2").AppendPathSegment("droplets").GetJsonAsync<object>()).RequireAccountRead(); // expect: DOO102 droplet:read
app.MapGet("/a2", () => "https://api.digitalocean.com/v2".AppendPathSegments("images", 5).GetStringAsync()).RequireAccountRead(); // expect: DOO102 image:read
app.MapPost("/a3", () => "https://api.digitalocean.com/v2/droplets".PostJsonAsync(new { name = "web" })).RequireAccountRead(); // expect: DOO102 droplet:create
app.MapGet("/a4", () => new Url("https://api.digitalocean.com").AppendPathSegment("v2/domains").SetQueryParam("page", 2).WithTimeout(5).GetStringAsync()).RequireAccountRead(); // expect: DOO102 domain:read
app.MapDelete("/a5", (long id) => $"https://api.digitalocean.com/v2/droplets/{id}".DeleteAsync()).RequireAccountRead(); // expect: DOO102 droplet:delete
app.MapGet("/a6", async () =>
{
    var url = "https://api.digitalocean.com/v2".AppendPathSegment("volumes");
    return await url.WithHeader("X-Trace", "1").GetStringAsync(); // expect: DOO102 block_storage:read
}).RequireAccountRead();
app.MapGet("/a7", () => "https://api.digitalocean.com/v2/account".GetStringAsync()).RequireAccountRead();
app.MapPut("/a8", (long id) => "https://api.digitalocean.com".AppendPathSegments("v2", "images", id).SendAsync(HttpMethod.Put)).RequireAccountRead(); // expect: DOO102 image:update

// case: a client
app.MapGet("/b1", () => new FlurlClient("https://api.digitalocean.com").Request("v2", "droplets").GetStringAsync()).RequireAccountRead(); // expect: DOO102 droplet:read
app.MapGet("/b2", (DigitalOceanClient http) => new FlurlClient(http).Request("/v2/droplets").GetStringAsync()).RequireAccountRead(); // expect: DOO102 droplet:read
app.MapGet("/b3", (Service service) => service.ListAsync()).RequireAccountRead();
app.MapGet("/b5", (Service service) => service.AccountAsync()); // expect: DOO103 account:read

// case: elsewhere
app.MapGet("/c1", () => "https://api.example.com".AppendPathSegments("v2", "droplets").GetStringAsync()).RequireAccountRead();
app.MapGet("/c2", (IConfiguration configuration) => configuration["Api"]!.AppendPathSegments("v2", "droplets").GetStringAsync()).RequireAccountRead();

// case: a token of its own
app.MapGet("/d1", () => "https://api.digitalocean.com/v2/droplets".WithOAuthBearerToken("x").GetStringAsync()).RequireAccountRead();
app.MapGet("/d2", () => "https://api.digitalocean.com/v2/droplets".WithHeader("Authorization", "Bearer x").GetStringAsync()).RequireAccountRead();

// case: a text that the caller decides
app.MapGet("/e1", (string name) => "https://api.digitalocean.com/v2/tags".AppendPathSegment(name).GetStringAsync()).RequireAccountRead(); // expect: DOO106, expect: DOO102 tag:read
app.Run();

sealed class OwnClient
{
    private readonly IFlurlClient _client = new FlurlClient("https://api.digitalocean.com/v2");

    public OwnClient() => _client.WithOAuthBearerToken("x");

    public Task<string> ListAsync() => _client.Request("tags").GetStringAsync();
}

sealed class Service
{
    private readonly IFlurlClient _client = new FlurlClient("https://api.digitalocean.com/v2");

    public Task<string> ListAsync() => _client.Request("tags").GetStringAsync(); // expect: DOO102 tag:read

    public Task<string> AccountAsync() => _client.Request("account").GetStringAsync();
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class DropletDeck;
