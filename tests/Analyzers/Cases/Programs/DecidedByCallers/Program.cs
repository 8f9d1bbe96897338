using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a table of paths whose key the caller says
class Table(DigitalOceanClient client)
{
    private static readonly Dictionary<string, string> Paths = new() { ["me"] = "/v2/account", ["droplets"] = "/v2/droplets", ["images"] = "/v2/images" };

    public Task<string> Me() => Get("me");
    public Task<string> Droplets() => Get("droplets");
    private Task<string> Get(string key) => client.GetStringAsync(Paths[key]); // expect: DOO102 droplet:read
}

// case: a table of paths whose key anybody says
class OpenTable(DigitalOceanClient client)
{
    private static readonly Dictionary<string, string> Paths = new() { ["me"] = "/v2/account", ["vpcs"] = "/v2/vpcs" };

    public Task<string> Me() => Get("me");
    public Task<string> Get(string key) => client.GetStringAsync(Paths[key]); // expect: DOO102 vpc:read
    public Task<string> Any(string key) => Get(key);
}

// case: a helper maps what callers pass on in two steps
enum Kind { Account, Volumes, Offers }
class Mapped(DigitalOceanClient client)
{
    public Task<string> Account() => First(Kind.Account);
    public Task<string> Volumes() => First(Kind.Volumes);
    private Task<string> First(Kind kind) => Second(kind);
    private Task<string> Second(Kind kind) => client.GetStringAsync(Of(kind)); // expect: DOO102 block_storage:read
    private static string Of(Kind kind) => kind switch { Kind.Account => "/v2/account", Kind.Volumes => "/v2/volumes", _ => "/v2/firewalls" };
}

// case: a flag says which client makes the call
class Flagged(DigitalOceanClient user, HttpClient http, string token)
{
    public Task<string> Me() => Get("/v2/account", asUser: true);
    public Task<string> Domains() => Get("/v2/domains", asUser: true); // expect: DOO102 domain:read
    public Task<string> Tags() => Get("/v2/tags", asUser: false);
    private Task<string> Get(string path, bool asUser) => asUser ? user.GetStringAsync(path) : Robot(path);
    private Task<string> Robot(string path) { http.DefaultRequestHeaders.Authorization = new("Bearer", token); return http.GetStringAsync("https://api.digitalocean.com" + path); }
}

// case: the verb depends on whether there is a body
class Bodies(DigitalOceanClient client)
{
    public Task Add() => Send("/v2/account/keys", new { name = "key" }); // expect: DOO102 ssh_key:create
    public Task List() => Send("/v2/snapshots"); // expect: DOO102 snapshot:read
    private Task Send(string path, object? body = null) => client.SendAsync(new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path));
}

// case: each client gets its own resources
interface IResource { string Path { get; } }
class AccountResource : IResource { public string Path => "/v2/account"; }
class CdnResource : IResource { public string Path => "/v2/cdn/endpoints"; }
class CertificateResource : IResource { public string Path => "/v2/certificates"; }
class UserStore(DigitalOceanClient client) { public Task<string> Read(IResource resource) => client.GetStringAsync(resource.Path); } // expect: DOO102 cdn:read
class Uses(UserStore users)
{
    public Task<string> Me() => users.Read(new AccountResource());
    public Task<string> Cdn() => users.Read(new CdnResource());
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
