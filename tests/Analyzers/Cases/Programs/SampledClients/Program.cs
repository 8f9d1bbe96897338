using System.Net.Http.Headers;
using DoOAuth;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<KubernetesApi>(http => { http.BaseAddress = new("https://api.digitalocean.com/v2/"); http.Timeout = TimeSpan.FromSeconds(5); });
builder.Services.AddHttpClient("billing", (services, http) => http.BaseAddress = new Uri(Hosts.Api));
builder.Services.AddHttpClient<IRegistry, Registry>().ConfigureHttpClient(http => http.BaseAddress = new Uri(Hosts.Api));
builder.Services.AddHttpClient<Hetzner>(http => http.BaseAddress = new("https://api.hetzner.cloud/v2/"));
builder.Services.AddHttpClient<Pat>(http => { http.BaseAddress = new(Hosts.Api); http.DefaultRequestHeaders.Authorization = new("Bearer", "x"); });
builder.Services.AddTransient<PatHandler>();
builder.Services.AddHttpClient<ByHandler>(http => http.BaseAddress = new(Hosts.Api)).AddHttpMessageHandler<PatHandler>();
builder.Services.AddHostedService<Sweeper>();
var app = builder.Build();
app.MapDeck();
app.Use(async (HttpContext context, RequestDelegate next) =>
{
    // case: middleware in place
    var client = context.RequestServices.GetRequiredService<DigitalOceanClient>();
    context.Items["sizes"] = await client.GetStringAsync("/v2/sizes"); // expect: DOO102 sizes:read
    await next(context);
});
app.Run();

static class Hosts { public const string Api = "https://api.digitalocean.com"; }

// case: a typed client with a base that has the version
class KubernetesApi(HttpClient http) { public Task<string> Pools(Guid cluster) => http.GetStringAsync($"kubernetes/clusters/{cluster}/node_pools"); } // expect: DOO102 kubernetes:read

// case: a named client by a factory in a property
class Billing(IHttpClientFactory factory) { private HttpClient Http => factory.CreateClient("billing"); public Task<string> Balance() => Http.GetStringAsync("v2/customers/my/balance"); } // expect: DOO102 billing:read

// case: typed behind an interface
interface IRegistry { Task Validate(string name); }
class Registry(HttpClient http) : IRegistry { public Task Validate(string name) => http.PostAsJsonAsync("/v2/registries/validate-name", new { name }); } // expect: DOO102 registry:create

// case: another provider with the same paths: quiet
class Hetzner(HttpClient http) { public Task<string> All() => http.GetStringAsync("volumes"); public Task Drop(long id) => http.DeleteAsync($"/v2/images/{id}"); }

// case: a token of the app's own in the registration: either is right
class Pat(HttpClient http) { public Task<string> All() => http.GetStringAsync("/v2/apps"); } // undecidable: DOO102

// case: a handler that sets a token of the app's own: either is right
class PatHandler(IConfiguration configuration) : DelegatingHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) { request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", configuration["Pat"]); return base.SendAsync(request, cancellationToken); } }
class ByHandler(HttpClient http) { public Task<string> All() => http.GetStringAsync("/v2/projects"); } // undecidable: DOO102

// case: a background service with a scope of services
class Sweeper(IServiceScopeFactory scopes) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var client = scope.ServiceProvider.GetRequiredService<DigitalOceanClient>();
            using var response = await client.DeleteAsync("/v2/volumes?name=old", stoppingToken); // expect: DOO102 block_storage:delete
        }
    }
}

// case: the client in a protected field of a base class
abstract class ApiBase { protected readonly HttpClient Http; protected ApiBase(DigitalOceanClient client) => Http = client; protected async Task<T?> Get<T>(string path) where T : class { using var response = await Http.GetAsync(path); return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<T>() : null; } }
class Invoices(DigitalOceanClient client) : ApiBase(client) { public Task<object?> One(Guid id) => Get<object>($"/v2/customers/my/invoices/{id}/summary"); } // expect: DOO102 billing:read

// case: an overload set that ends in one private method
class Overloads(DigitalOceanClient client)
{
    public Task<string> Get(string path) => Get(path, CancellationToken.None);
    public Task<string> Get(string path, CancellationToken cancel) => Send(HttpMethod.Get, path, null, cancel);
    public Task<string> Post(string path, object body) => Send(HttpMethod.Post, path, body, default);
    private async Task<string> Send(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return await response.Content.ReadAsStringAsync(cancel);
    }
}

class UsesOverloads(Overloads api)
{
    public Task<string> A() => api.Get("/v2/projects/default"); // expect: DOO102 project:read #a
    public Task<string> B() => api.Post("/v2/projects", new { name = "x" }); // expect: DOO102 project:create #b
    public Task<string> C() => api.Get("/v2/account");
}

// case: an interface of the wrapper
interface IApi { Task<T?> GetAsync<T>(string path, CancellationToken cancel = default); Task DeleteAsync(string path, CancellationToken cancel = default); }
class Api(DigitalOceanClient client) : IApi { public Task<T?> GetAsync<T>(string path, CancellationToken cancel) => client.GetFromJsonAsync<T>("/v2/" + path.TrimStart('/'), cancel); public Task DeleteAsync(string path, CancellationToken cancel) => client.DeleteAsync($"/v2/{path}", cancel); }
class UsesApi(IApi api)
{
    public Task<object?> A() => api.GetAsync<object>("/vpc_peerings"); // expect: DOO102 vpc_peering:read #peerings
    public Task B(Guid id) => api.DeleteAsync($"vpc_nat_gateways/{id}"); // expect: DOO102 nat_gateway:delete #nat
    public Task<object?> C() => api.GetAsync<object>("account");
}

// case: retries around a delegate
class Retry { public async Task<T> Run<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancel = default) { for (var left = 3; ; left--) { try { return await work(cancel); } catch (HttpRequestException) when (left > 0) { await Task.Delay(10, cancel); } } } }
class Retried(DigitalOceanClient client, Retry retry) { public Task<string> Go() => retry.Run(token => client.GetStringAsync("/v2/vpcs", token)); } // expect: DOO102 vpc:read

// case: base address from typed options whose default is DigitalOcean's: either is right
class ApiOptions { public Uri Base { get; set; } = new("https://api.digitalocean.com"); }
class Optional(IHttpClientFactory factory, IOptions<ApiOptions> options) { public Task<string> Go() { var http = factory.CreateClient(); http.BaseAddress = options.Value.Base; return http.GetStringAsync("/v2/databases"); } } // undecidable: DOO102

// case: an object initializer and a relative path without a slash
class Made { public async Task<string> Go() { using var http = new HttpClient { BaseAddress = new Uri("https://api.digitalocean.com/v2/") }; return await http.GetStringAsync("reserved_ips"); } } // expect: DOO102 reserved_ip:read

// case: HttpMessageInvoker
class Invoked(DigitalOceanClient client) { public Task Go() { HttpMessageInvoker invoker = client; return invoker.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/v2/firewalls"), default); } } // expect: DOO102 firewall:read

// case: synchronous Send
class Sync(DigitalOceanClient client) { public HttpResponseMessage Go() => client.Send(new(HttpMethod.Delete, "/v2/registries/x")); } // expect: DOO102 registry:delete

// case: streams
class Streamed(DigitalOceanClient client) { public async Task<Stream> Go(Guid id) => await client.GetStreamAsync($"/v2/customers/my/invoices/{id}/pdf"); } // expect: DOO102 billing:read

// case: GetFromJsonAsAsyncEnumerable
class Enumerated(DigitalOceanClient client) { public IAsyncEnumerable<object?> Go() => client.GetFromJsonAsAsyncEnumerable<object>("/v2/nfs"); } // expect: DOO102 nfs:read

// case: DeleteFromJsonAsync and PatchAsJsonAsync
class Json(DigitalOceanClient client)
{
    public Task<object?> A(Guid id) => client.DeleteFromJsonAsync<object>($"/v2/uptime/checks/{id}"); // expect: DOO102 uptime:delete #a
    public Task B(Guid id) => client.PatchAsJsonAsync($"/v2/vpcs/{id}", new { name = "x" }); // expect: DOO102 vpc:update #b
}

// case: in a parallel loop
class Parallels(DigitalOceanClient client) { public Task Go(IEnumerable<long> ids) => Parallel.ForEachAsync(ids, async (id, cancel) => { using var response = await client.DeleteAsync($"/v2/droplets/{id}", cancel); }); } // expect: DOO102 droplet:delete

// case: with a static HttpClient and a const address
static class Legacy { private static readonly HttpClient Http = new(); private const string Domains = Hosts.Api + "/v2/domains"; public static Task<string> Go() => Http.GetStringAsync(Domains); } // expect: DOO102 domain:read

// case: the request's own header: either is right
class OwnHeader(HttpClient http) { public async Task Go(string token) { using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.digitalocean.com/v2/sizes") { Headers = { Authorization = new("Bearer", token) } }; await http.SendAsync(request); } } // undecidable: DOO102

// case: another host of DigitalOcean's: quiet
class Spaces(HttpClient http) { public Task<string> Go() => http.GetStringAsync("https://ams3.digitaloceanspaces.com/v2/droplets"); public Task<string> Status() => http.GetStringAsync("https://status.digitalocean.com/api/v2/summary.json"); }

// case: not on the user's behalf: own class with GetStringAsync: quiet
class Cache { public Task<string> GetStringAsync(string path) => Task.FromResult(path); }
class UsesCache(Cache cache) { public Task<string> Go() => cache.GetStringAsync("/v2/droplets"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
