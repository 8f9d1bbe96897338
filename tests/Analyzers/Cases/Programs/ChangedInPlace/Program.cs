using System.Text;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<Linode>(Setup.Configure);
builder.Services.AddHttpClient("robot", Setup.Robot);
var app = builder.Build();
app.MapDeck();
app.Run();

// case: helpers that change requests in some cases
class Users(DigitalOceanClient client)
{
    public async Task A()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v2/account");
        Ensure(request);
        await client.SendAsync(request);
    }

    public async Task B()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v2/account");
        Prepare(request, post: false);
        await client.SendAsync(request);
    }

    public async Task C()
    {
        using var request = new HttpRequestMessage();
        Ensure(request, "/v2/account");
        await client.SendAsync(request);
    }

    public async Task D()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/v2/droplets/1");
        Outer(request);
        await client.SendAsync(request);
    }

    private static void Ensure(HttpRequestMessage request, string path = "/v2/droplets") => request.RequestUri ??= new Uri(path, UriKind.Relative);
    private static void Prepare(HttpRequestMessage request, bool post) { if (post) { request.Method = HttpMethod.Post; request.RequestUri = new Uri("/v2/droplets", UriKind.Relative); } }
    private static void Outer(HttpRequestMessage request) => Inner(request);
    private static void Inner(HttpRequestMessage request) { request.Method = HttpMethod.Get; request.RequestUri = new Uri("/v2/account", UriKind.Relative); }
}

// case: texts that look like calls of other paths
class Texts(DigitalOceanClient client)
{
    private enum Kind { Account, Droplets }
    public Task<string> A() => Get("/v2/{kind}", "account");
    private Task<string> Get(string template, string kind) => client.GetStringAsync(template.ToLowerInvariant().Replace("{kind}", kind));
    public Task<string> B() => Of(Kind.Account);
    private Task<string> Of(Kind kind) => client.GetStringAsync($"/v2/{kind.ToString().ToLowerInvariant()}");
    public Task<string> C(string name) { var paths = new Dictionary<string, string> { ["a"] = "/v2/account" }; return client.GetStringAsync(paths.GetValueOrDefault(name, "/v2/1-clicks")); }
    public async Task D() { foreach (var (name, path) in new Dictionary<string, string> { ["/v2/droplets"] = "/v2/account" }) { Console.WriteLine(name); await client.GetStringAsync(path); } }
    public Task<string> E() { var uri = new UriBuilder("https://api.digitalocean.com/v2"); uri.Path += "/account"; uri.Query += "page=2"; uri.Port = 443; return client.GetStringAsync(uri.Uri); }
    public Task<string> F() { var text = new StringBuilder("/v2/account/"); text.Length -= 1; return client.GetStringAsync(text.ToString()); }
    public Task<string[]> G() => Task.WhenAll(new[] { "/v2/account" }.Select(client.GetStringAsync));
    public Task<string> H() => Run(Linode.Shared.GetStringAsync, "/v2/volumes");
    private static Task<string> Run(Func<string, Task<string>> get, string path) => get(path);
    public async Task I(bool exists) { var (verb, path) = exists ? (HttpMethod.Get, "/v2/account") : (HttpMethod.Get, "/v2/1-clicks"); await client.SendAsync(new HttpRequestMessage(verb, path)); }
    public Task<string> J() => "/v2/ACCOUNT".Replace("ACCOUNT", "account", true, null) is var path ? client.GetStringAsync(path) : throw new InvalidOperationException();
}

// case: other clients
static class Setup
{
    public static void Configure(HttpClient http) => http.BaseAddress = new Uri("https://api.linode.com");
    public static void Robot(HttpClient http) { http.BaseAddress = new Uri("https://api.digitalocean.com"); http.DefaultRequestHeaders.Authorization = new("Bearer", Environment.GetEnvironmentVariable("TOKEN")); }
}

class Linode(HttpClient http)
{
    public static readonly HttpClient Shared = new() { BaseAddress = new Uri("https://api.linode.com") };
    public Task<string> Volumes() => http.GetStringAsync("/v2/volumes");
}

class Robot(IHttpClientFactory factory) { public Task<string> Volumes() => factory.CreateClient("robot").GetStringAsync("/v2/volumes"); }

class Executor(DigitalOceanClient client, HttpClient other)
{
    public Task<string> A() => RunAsync(http => http.GetStringAsync("/v2/account"));
    public Task<string> B() => OtherAsync(http => http.GetStringAsync("/v2/droplets"));
    private async Task<T> RunAsync<T>(Func<HttpClient, Task<T>> call) => await call(client);
    private async Task<T> OtherAsync<T>(Func<HttpClient, Task<T>> call) => await call(other);
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
