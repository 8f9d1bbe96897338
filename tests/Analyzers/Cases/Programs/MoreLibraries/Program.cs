using DoOAuth;
using Flurl;
using Flurl.Http;
using Refit;
using RestSharp;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
builder.Services.AddHttpClient("do", c => c.BaseAddress = new Uri("https://api.digitalocean.com")).AddTypedClient(c => RestService.For<INamed>(c));
builder.Services.AddRefitClient<IInherited>(new RefitSettings()).ConfigureHttpClient((services, c) => c.BaseAddress = new Uri(Hosts.Api));
builder.Services.AddRefitClient<IGetter>(new RefitSettings { AuthorizationHeaderValueGetter = (_, _) => ValueTask.FromResult("x") }).ConfigureHttpClient(c => c.BaseAddress = new Uri(Hosts.Api));
builder.Services.AddRefitClient<IHeaders>().ConfigureHttpClient(c => c.BaseAddress = new Uri(Hosts.Api));
builder.Services.AddRefitClient<IVersioned>().ConfigureHttpClient(c => c.BaseAddress = new Uri(Hosts.Api + "/v2"));
builder.Services.AddSingleton(new RestClient(new RestClientOptions { BaseUrl = new Uri(Hosts.Api) }));
var app = builder.Build();
app.MapDropletDeck();
app.MapGet("/cached", (ICached api) => api.AccountAsync()); // expect: DOO103 account:read
app.Run();

// case: an implementation in the project
public interface ICached
{
    [Get("/v2/account")]
    Task<string> AccountAsync();
}

class Cached(DigitalOceanClient client) : ICached
{
    public Task<string> AccountAsync() => client.GetStringAsync("/v2/account");
}

static class Hosts
{
    public const string Api = "https://api.digitalocean.com";
}

// case: made from a named client
public interface INamed
{
    [Get("/v2/vpcs")]
    Task<string> ListAsync();
}

class Named(INamed api)
{
    public Task<string> List() => api.ListAsync(); // expect: DOO102 vpc:read
}

// case: inherited methods
public interface IBasis
{
    [Get("/v2/firewalls")]
    Task<IApiResponse<string>> ListAsync(CancellationToken cancel);
}

public interface IInherited : IBasis;

class Inherited(IInherited api)
{
    public async Task<string?> List(CancellationToken cancel)
    {
        var response = await api.ListAsync(cancel); // expect: DOO102 firewall:read
        return response.Content;
    }
}

// case: a getter for the token, a header with one
public interface IGetter
{
    [Get("/v2/firewalls")]
    Task<string> ListAsync();
}

[Headers("Accept: application/json", "Authorization: Bearer")]
public interface IHeaders
{
    [Get("/v2/firewalls")]
    Task<string> ListAsync();
}

class OwnTokens(IGetter getter, IHeaders headers)
{
    public Task<string> Get() => getter.ListAsync();

    public Task<string> Headers() => headers.ListAsync();
}

// case: the version in the base, texts in the path and in the query
public interface IVersioned
{
    [Get("/tags/{name}")]
    Task<string> GetAsync(string name);

    [Get("/tags")]
    Task<string> FindAsync([Query] string name);
}

class Versioned(IVersioned api)
{
    public Task<string> Get(string name) => api.GetAsync(name); // expect: DOO102 tag:read, expect: DOO106

    public Task<string> Find(string name) => api.FindAsync(name); // expect: DOO102 tag:read
}

// case: in a field, with a client that has an address, from the factory
public interface IOther
{
    [Get("/v2/vpcs")]
    Task<string> ListAsync();
}

class InField
{
    private readonly IOther _api = RestService.For<IOther>(new HttpClient { BaseAddress = new Uri("https://api.digitalocean.com") });

    public Task<string> List() => _api.ListAsync(); // expect: DOO102 vpc:read
}

class FromFactory(IHttpClientFactory factory)
{
    public Task<string> List() => RestService.For<IOther>(factory.CreateClient("do")).ListAsync(); // expect: DOO102 vpc:read
}

// case: a host that the caller decides
class OfCaller
{
    public Task<string> List(string host) => RestService.For<IOther>(host).ListAsync();
}

// case: a client that is injected, the only one of the project
class Injected(RestClient client)
{
    private const string Path = "/v2/certificates";

    public Task<RestResponse> List() => client.ExecuteAsync(new RestRequest(Path)); // expect: DOO102 certificate:read

    public Task<RestResponse> Put(long id)
    {
        var request = new RestRequest { Resource = $"v2/images/{id}", Method = Method.Put };
        return client.ExecuteAsync(request); // expect: DOO102 image:update
    }

    public Task<RestResponse> Request(RestRequest request) => client.ExecuteAsync(request);

    public Task<RestResponse> ByHelper() => client.ExecuteAsync(Make("v2/vpcs")); // expect: DOO102 vpc:read

    private static RestRequest Make(string path)
    {
        var request = new RestRequest(path, Method.Get);
        request.AddHeader("X-Trace", "1");
        return request;
    }
}

// case: a chain in a helper
class Chains
{
    private const string Api = "https://api.digitalocean.com/v2";

    public Task<string> List() => Request("vpcs").GetStringAsync(); // expect: DOO102 vpc:read

    public Task<string> Get(long id) => Api.AppendPathSegment("images").AppendPathSegment(id).GetStringAsync(); // expect: DOO102 image:read

    public Task<string> Other(string host) => host.AppendPathSegments("v2", "images").GetStringAsync();

    private static IFlurlRequest Request(string name) => Api.AppendPathSegment(name).WithTimeout(10);
}

// case: methods of the same names
static class Namesakes
{
    public static string AppendPathSegment(string text, string segment) => text + segment;

    public static string Get() => AppendPathSegment("https://api.digitalocean.com", "/v2/droplets");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class DropletDeck;
