using System.Net.Http.Json;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// Ways to make the call itself.

// case: request in place
class InPlace(DigitalOceanClient client) { public Task List() => client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/v2/firewalls")); } // expect: DOO102 firewall:read

// case: request by its properties
class Initialized(DigitalOceanClient client) { public Task Add() => client.SendAsync(new() { Method = HttpMethod.Post, RequestUri = new Uri("/v2/firewalls", UriKind.Relative), Content = JsonContent.Create(new { name = "x" }) }); } // expect: DOO102 firewall:create

// case: client from the services
class Located(IServiceProvider services) { public Task Drop() => services.GetRequiredService<DigitalOceanClient>().DeleteAsync("/v2/firewalls/1"); } // expect: DOO102 firewall:delete

// case: verb in a variable
class Variable(DigitalOceanClient client) { public Task Run(bool off) { var verb = off ? "DELETE" : "GET"; return client.SendAsync(new HttpRequestMessage(new HttpMethod(verb), "/v2/firewalls/1")); } } // expect: DOO102

// case: a wrapper that puts /v2/ in front
class Wrapped(DigitalOceanClient client) { Task<T?> Get<T>(string path) => client.GetFromJsonAsync<T>($"/v2/{path}"); public Task<object?> List() => Get<object>("firewalls"); } // expect: DOO102 firewall:read

// case: extension method of the client
static class Extended { public static Task<string> ListFirewalls(this DigitalOceanClient client) => client.GetStringAsync("/v2/firewalls"); } // expect: DOO102 firewall:read

// case: extension method of HttpClient, used on a DigitalOceanClient
static class Api { public static Task<T?> GetApi<T>(this HttpClient client, string path) => client.GetFromJsonAsync<T>(path); }
class Extending(DigitalOceanClient client) { public Task<object?> List() => client.GetApi<object>("/v2/firewalls"); } // expect: DOO102 firewall:read

// case: a delegate in a local
class Delegated(DigitalOceanClient client) { public Task<string> List() { Func<string, Task<string>> get = path => client.GetStringAsync(path); return get("/v2/firewalls"); } } // expect: DOO102 firewall:read

// case: the client kept as HttpClient
class AsHttpClient { readonly HttpClient _http; public AsHttpClient(DigitalOceanClient client) { _http = client; } public Task<string> List() => _http.GetStringAsync("/v2/firewalls"); } // expect: DOO102 firewall:read

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
