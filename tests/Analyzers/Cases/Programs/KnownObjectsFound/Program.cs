using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<Injected>(http => http.BaseAddress = new Uri("https://api.digitalocean.com"));
var app = builder.Build();
app.MapDeck();
app.Run();

class Rest(HttpClient http, string root)
{
    public Task<string> Get(string path) => http.GetStringAsync(root + path);
    public Task<string> List() => http.GetStringAsync(root);
    public Task<string> All() => List();
}

static class RestExtensions
{
    public static Task<string> Twice(this Rest rest, string path) => rest.Get(path);
}

// case: an extension method gets the object
class Extended(DigitalOceanClient client)
{
    private readonly Rest _rest = new(client, "/v2");
    public Task<string> A() => _rest.Twice("/droplets"); // expect: DOO102 droplet:read
}

// case: a method of the class calls another one
class Inner(DigitalOceanClient client)
{
    private readonly Rest _rest = new(client, "/v2/volumes"); // expect: DOO102 block_storage:read
    public Task<string> A() => _rest.All();
}

// case: a factory in between
class Factory(HttpClient http)
{
    public Rest Make(string root) => new(http, root);
}
class Made(DigitalOceanClient client)
{
    public Task<string> A()
    {
        var factory = new Factory(client);
        return factory.Make("/v2/images").List(); // expect: DOO102 image:read
    }

    public Task<string> B()
    {
        var factory = new Factory(client);
        var rest = factory.Make("/v2");
        return rest.Get("/snapshots"); // expect: DOO102 snapshot:read
    }
}

// case: the constructor makes the call
class Warm
{
    private readonly HttpClient _http;
    private readonly string _path;
    public Warm(HttpClient http, string path) { (_http, _path) = (http, path); _ = Fill(); }
    public Task Ready() => Task.CompletedTask;
    private Task Fill() => _http.GetStringAsync(_path);
}
class Warmed(DigitalOceanClient client)
{
    public Task A() => new Warm(client, "/v2/tags").Ready(); // expect: DOO102 tag:read
}

// case: two objects in one field
class Either
{
    private readonly Rest _rest;
    public Either(DigitalOceanClient client) => _rest = new Rest(client, "/v2");
    public Either(DigitalOceanClient client, bool beta) => _rest = new Rest(client, beta ? "/v2/beta" : "/v2");
    public Task<string> A() => _rest.Get("/domains"); // expect: DOO102 domain:read
}

// case: an object in a lambda
class Later(DigitalOceanClient client)
{
    public Func<Task<string>> A()
    {
        var rest = new Rest(client, "/v2");
        return () => rest.Get("/firewalls"); // expect: DOO102 firewall:read
    }
}

// case: one of the class is injected, and a test makes another
class Injected(HttpClient http) { public Task<string> Get(string path) => http.GetStringAsync(path); }
class InjectedTest { public Task<string> A() { var one = new Injected(new HttpClient { BaseAddress = new Uri("https://fake.example.com") }); return one.Get("/v2/reserved_ips"); } }
class InjectedUse(Injected api) { public Task<string> A() => api.Get("/v2/cdn/endpoints"); } // expect: DOO102 cdn:read

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
