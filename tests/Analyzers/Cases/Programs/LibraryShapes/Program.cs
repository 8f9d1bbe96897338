using DoOAuth;
using Flurl;
using Flurl.Http;
using Refit;
using RestSharp;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
builder.Services.AddSingleton(new RestClient("https://api.digitalocean.com/v2/"));
var app = builder.Build();
app.MapDropletDeck();
app.MapGet("/a", (DigitalOceanClient client) => new Apis(client).Get()).RequireAccountRead();
app.MapGet("/b", (Chains chains) => chains.Account()); // expect: DOO103 account:read
app.Run();

// case: an interface on the user's client
public interface IApi
{
    [Get("/v2/droplets/{id}/actions")]
    Task<string> Actions(int id);

    [Post("/v2/droplets")]
    Task<string> Create(object droplet);

    [Get("/v2/account")]
    Task<string> Account();
}

class Apis(DigitalOceanClient client)
{
    private readonly IApi _api = RestService.For<IApi>(client);

    public Task<string> Get() => _api.Actions(5); // expect: DOO102 droplet:read

    public Task<string> Create() => _api.Create(new { }); // expect: DOO102 droplet:create

    public Task<string> Account() => _api.Account();
}

// case: requests on an injected client
class Requests(RestClient client)
{
    public async Task<string> List()
    {
        var response = await client.ExecuteAsync(new RestRequest("/droplets")); // expect: DOO102 droplet:read
        return response.Content;
    }

    public Task<string> Create(string name)
    {
        var request = new RestRequest("tags/{name}/resources", Method.Post);
        request.AddUrlSegment("name", name); // expect: DOO106
        return client.PostAsync<string>(request); // expect: DOO102 tag:create
    }

    public Task<RestResponse> Delete(long id) => client.ExecuteAsync(new RestRequest($"images/{id}", Method.Delete)); // expect: DOO102 image:delete
}

// case: chains
class Chains
{
    public Task<string> List() => "https://api.digitalocean.com".AppendPathSegment("v2").AppendPathSegment("images").GetJsonAsync<string>(); // expect: DOO102 image:read

    public Task<string> Create() => "https://api.digitalocean.com/v2".AppendPathSegment("tags").PostJsonAsync(new { }); // expect: DOO102 tag:create

    public Task<string> OfClient() => new FlurlClient("https://api.digitalocean.com").Request("v2", "volumes").GetStringAsync(); // expect: DOO102 block_storage:read

    public Task<string> Own() => "https://api.digitalocean.com/v2".AppendPathSegment("images").WithOAuthBearerToken("x").GetStringAsync();

    public Task<string> Account() => "https://api.digitalocean.com/v2/account".GetJsonAsync<string>();
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class DropletDeck;
