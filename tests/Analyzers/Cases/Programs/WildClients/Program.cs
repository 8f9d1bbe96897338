using System.Net.Http.Headers;
using System.Threading.Channels;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<UptimeApi>(http =>
{
    var root = new Uri("https://api.digitalocean.com");
    http.BaseAddress = root;
    http.Timeout = TimeSpan.FromSeconds(5);
});
builder.Services.AddHttpClient(nameof(CdnApi), static (services, http) => http.BaseAddress = new Uri(Addresses.Ocean));
builder.Services.AddHttpClient("linode", http => http.BaseAddress = new Uri("https://api.linode.com/"));
builder.Services.AddHttpClient<NfsApi>().ConfigureHttpClient((_, http) => { http.BaseAddress = new(Addresses.Ocean + "/v2/"); http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json")); });
builder.Services.AddHttpClient<HetznerApi>(http => http.BaseAddress = new Uri("https://api.hetzner.cloud/"));
builder.Services.AddHostedService<Worker>();
builder.Services.AddTransient<Usage>();
builder.Services.AddHealthChecks().AddCheck<OceanHealth>("ocean");
var app = builder.Build();
app.MapDeck();
app.UseMiddleware<Usage>();
app.Run();

// Who makes the call. Only account:read is declared.
static class Addresses { public const string Ocean = "https://api.digitalocean.com"; }

// case: typed client, the base in a local of the registration
class UptimeApi(HttpClient http) { public Task<string> State(Guid check, CancellationToken cancel) => http.GetStringAsync($"v2/uptime/checks/{check}/state", cancel); } // expect: DOO102 uptime:read

// case: named by the class, kept in a field that is initialized from the factory
class CdnApi(IHttpClientFactory factory)
{
    private readonly HttpClient _http = factory.CreateClient(nameof(CdnApi));
    public Task Purge(Guid id, string[] files) => _http.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/v2/cdn/endpoints/{id}/cache") { Content = JsonContent.Create(new { files }) }); // expect: DOO102 cdn:delete
}

// case: another provider's name: quiet
class LinodeApi(IHttpClientFactory factory) { private readonly HttpClient _http = factory.CreateClient("linode"); public Task<string> All() => _http.GetStringAsync("/v2/volumes"); }

// case: typed, the base in ConfigureHttpClient with the version, a base class with the helpers
abstract class ApiClient(HttpClient http)
{
    protected async Task<T> Read<T>(string path, CancellationToken cancel) => await http.GetFromJsonAsync<T>(path, cancel) ?? throw new InvalidOperationException("empty"); // or: DOO102 #nfs
    protected Task Write<T>(string path, T body, CancellationToken cancel) => http.PostAsJsonAsync(path, body, cancel); // or: DOO102 #nfs
}

class NfsApi(HttpClient http) : ApiClient(http)
{
    public Task<object> Snapshots(CancellationToken cancel) => Read<object>("nfs/snapshots", cancel); // expect: DOO102 nfs:read #nfs
    public Task Create(object share, CancellationToken cancel) => Write("nfs", share, cancel); // expect: DOO102 nfs:create #nfs
}

// case: the same base class, another provider: quiet
class HetznerApi(HttpClient http) : ApiClient(http) { public Task<object> Volumes(CancellationToken cancel) => Read<object>("v2/volumes", cancel); }

// case: the base set only where there is none
class SelfMade { private readonly HttpClient _http; public SelfMade(HttpClient http) { http.BaseAddress ??= new Uri("https://api.digitalocean.com/"); _http = http; } public Task<string> All() => _http.GetStringAsync("v2/vpcs"); } // expect: DOO102 vpc:read

// case: a local with a handler, an initializer and the version
class OneShot
{
    public async Task<string> Sinks()
    {
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) }, disposeHandler: true) { BaseAddress = new("https://api.digitalocean.com/v2/"), Timeout = TimeSpan.FromSeconds(3) };
        return await http.GetStringAsync("monitoring/sinks"); // expect: DOO102 monitoring:read
    }
}

// case: an extension block of HttpClient with an absolute address
static class OceanExtensions
{
    extension(HttpClient http)
    {
        public Task<string> PartnerAttachments() => http.GetStringAsync("https://api.digitalocean.com/v2/partner_network_connect/attachments"); // expect: DOO102 partner_network_connect:read
    }
}

// case: a local static function with the client as parameter
class Nested { public Task<string> Go(HttpClient http) { return Fetch(http, 3); static Task<string> Fetch(HttpClient inner, int page) => inner.GetStringAsync($"{Addresses.Ocean}/v2/spaces/keys?page={page}"); } } // expect: DOO102 spaces_key:read

// case: a record holds the client
record Session(HttpClient Http, string Trace) { public Task Drop(Guid id) => Http.DeleteAsync(new Uri($"https://api.digitalocean.com/v2/firewalls/{id}")); } // expect: DOO102 firewall:delete

// case: the class's own client
class Own(Deck.Client client) { public Task<string> Scans() => client.GetStringAsync("v2/security/settings"); } // expect: DOO102 security:read

// case: a keyed service that is the user's client
class Keyed([FromKeyedServices("tenant")] DigitalOceanClient client) { public Task<byte[]> Pdf(Guid invoice) => client.GetByteArrayAsync($"/v2/customers/my/invoices/{invoice}/pdf"); } // expect: DOO102 billing:read

// case: a property with [Inject]-like services in IMiddleware
class Usage : IMiddleware
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var client = context.RequestServices.GetService<DigitalOceanClient>();
        if (client is not null)
        {
            context.Items["tags"] = await client.GetStringAsync("/v2/tags", context.RequestAborted); // expect: DOO102 tag:read
        }

        await next(context);
    }
}

// case: a background service that reads a channel and makes a scope for each item
class Worker(Channel<Guid> channel, IServiceScopeFactory scopes) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var id in channel.Reader.ReadAllAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var client = scope.ServiceProvider.GetRequiredService<DigitalOceanClient>();
            using var answer = await client.PostAsJsonAsync($"/v2/volumes/{id}/actions", new { type = "detach" }, stoppingToken); // expect: DOO102 block_storage_action:create
        }
    }
}

// case: a health check
class OceanHealth(DigitalOceanClient client) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default) =>
        (await client.GetAsync("/v2/regions", cancel)).IsSuccessStatusCode ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(); // expect: DOO102 regions:read
}

// case: a pipeline of the project's own around the call
sealed class Pipeline(int attempts)
{
    public async ValueTask<T> ExecuteAsync<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work(cancel);
            }
            catch (HttpRequestException) when (attempt < attempts)
            {
                await Task.Delay(100 * attempt, cancel);
            }
        }
    }
}

class Resilient(DigitalOceanClient client, Pipeline pipeline)
{
    public ValueTask<string> Routers(CancellationToken cancel) =>
        pipeline.ExecuteAsync(async token => await client.GetStringAsync("/v2/gen-ai/models/routers", token), cancel); // expect: DOO102 genai:read
}

// case: a result type that catches
readonly record struct Outcome<T>(T? Value, string? Error)
{
    public static async Task<Outcome<T>> Try(Func<Task<T>> work) { try { return new(await work(), null); } catch (HttpRequestException exception) { return new(default, exception.Message); } }
    public Outcome<TNext> Map<TNext>(Func<T, TNext> next) => Error is null ? new(next(Value!), null) : new(default, Error);
}

class Resulting(DigitalOceanClient client) { public async Task<Outcome<int>> Length(Guid id) => (await Outcome<string>.Try(() => client.GetStringAsync($"/v2/load_balancers/{id}"))).Map(text => text.Length); } // expect: DOO102 load_balancer:read

// case: a decorated sender; the caller says verb and path
interface ISendApi { Task<string> SendAsync(HttpMethod method, string path, CancellationToken cancel); }
class SendApi(DigitalOceanClient client) : ISendApi
{
    public async Task<string> SendAsync(HttpMethod method, string path, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await client.SendAsync(request, cancel); // or: DOO102
        return await answer.Content.ReadAsStringAsync(cancel);
    }
}

class LoggedApi(ISendApi inner, ILogger<LoggedApi> logger) : ISendApi
{
    public async Task<string> SendAsync(HttpMethod method, string path, CancellationToken cancel)
    {
        logger.LogDebug("{Method} {Path}", method, path);
        return await inner.SendAsync(method, path, cancel);
    }
}

class Prefixes(ISendApi api)
{
    public Task<string> Drop(Guid id, CancellationToken cancel) => api.SendAsync(HttpMethod.Delete, $"/v2/byoip_prefixes/{id}", cancel); // expect: DOO102 byoip_prefix:delete
    public Task<string> Me(CancellationToken cancel) => api.SendAsync(HttpMethod.Get, "/v2/account", cancel);
}

// case: the client by a conditional, kept as HttpClient
class Either(DigitalOceanClient client, bool direct) { public Task<string> All() { HttpClient http = direct ? client : client; return http.GetStringAsync("/v2/vpc_nat_gateways"); } } // expect: DOO102 nat_gateway:read

// case: a static method with the client as a generic parameter
static class Generic { public static Task<string> Read<TClient>(TClient client) where TClient : DigitalOceanClient => client.GetStringAsync("/v2/projects"); } // expect: DOO102 project:read

// case: a request that is a using of a switch statement
class Turned(DigitalOceanClient client)
{
    public async Task Turn(Guid id, bool on)
    {
        HttpRequestMessage request;
        switch (on)
        {
            case true: request = new(HttpMethod.Post, $"/v2/uptime/checks/{id}/alerts"); break; // or: DOO102
            default: request = new(HttpMethod.Get, "/v2/account"); break;
        }

        using (request)
        {
            await client.SendAsync(request); // expect: DOO102 uptime:create
        }
    }
}

// case: PatchAsync with content, an address of a Uri in a property with a body
class Settings(DigitalOceanClient client)
{
    private static Uri Default { get { var uri = new Uri("/v2/projects/default", UriKind.Relative); return uri; } }
    public Task Rename(string name) => client.PatchAsync(Default, JsonContent.Create(new { name })); // expect: DOO102 project:update
}

// case: explicit interface implementation
interface IImages { Task Drop(long id); }
class Images(DigitalOceanClient client) : IImages { Task IImages.Drop(long id) => client.DeleteAsync($"/v2/images/{id}"); } // expect: DOO102 image:delete

// case: named arguments out of order
class NamedArguments(DigitalOceanClient client) { public Task Change(Guid id, HttpContent content) => client.PutAsync(content: content, requestUri: $"/v2/vpcs/{id}"); } // expect: DOO102 vpc:update

// case: a parenthesized conversion and a suppression
class Converted(IServiceProvider services) { public Task<string> All() => ((DigitalOceanClient)services.GetService(typeof(DigitalOceanClient))!)!.GetStringAsync("/v2/reserved_ips"); } // expect: DOO102 reserved_ip:read

// case: a chain with ContinueWith and Unwrap
class Continued(DigitalOceanClient client) { public Task<string> Both() => client.GetStringAsync("/v2/account").ContinueWith(_ => client.GetStringAsync("/v2/account/keys")).Unwrap(); } // expect: DOO102 ssh_key:read

// case: in a finalizing block
class Finally(DigitalOceanClient client) { public async Task Use(Guid id) { try { await client.GetStringAsync("/v2/account"); } finally { await client.DeleteAsync($"/v2/certificates/{id}"); } } } // expect: DOO102 certificate:delete

// case: a token of the app's own, in the same type: quiet
class Robot(HttpClient http, IConfiguration configuration)
{
    public async Task Clean(Guid id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"https://api.digitalocean.com/v2/volumes/{id}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", configuration["Robot:Token"]);
        await http.SendAsync(request);
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
