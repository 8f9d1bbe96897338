using DoOAuth;
using Refit;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
builder.Services.AddRefitClient<IDroplets>().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://api.digitalocean.com"));
builder.Services.AddRefitClient(typeof(IImages)).ConfigureHttpClient(client => { client.BaseAddress = new Uri("https://api.digitalocean.com/v2/"); });
builder.Services.AddRefitClient<IElsewhere>().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://api.example.com"));
builder.Services.AddRefitClient<IOwn>().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://api.digitalocean.com"));
builder.Services.AddRefitClient<IHandled>().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler<Token>();
builder.Services.AddRefitClient<ILogged>().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler<Logging>();
builder.Services.AddRefitClient<IConfigured>().ConfigureHttpClient(c => c.BaseAddress = new Uri(builder.Configuration["Api"]!));
builder.Services.AddScoped(services => RestService.For<IVolumes>(services.GetRequiredService<DigitalOceanClient>()));
var app = builder.Build();
app.MapDropletDeck();

// case: a registered interface
app.MapGet("/a1", (IDroplets api) => api.ListAsync()).RequireAccountRead(); // expect: DOO102 droplet:read
app.MapGet("/a2", (IDroplets api) => api.GetAsync(5)).RequireAccountRead(); // expect: DOO102 droplet:read
app.MapPost("/a3", (IDroplets api) => api.CreateAsync(new { name = "web" })).RequireAccountRead(); // expect: DOO102 droplet:create
app.MapDelete("/a4", (IDroplets api) => api.DeleteAsync(5)).RequireAccountRead(); // expect: DOO102 droplet:delete
app.MapGet("/a5", (IDroplets api) => api.AccountAsync()).RequireAccountRead();

// case: one with a part of the path in its base address
app.MapGet("/b1", (IImages api) => api.ListAsync()).RequireAccountRead(); // expect: DOO102 image:read
app.MapGet("/b2", (IImages api) => api.ActAsync(5, new object())).RequireAccountRead(); // expect: DOO102 image:update

// case: elsewhere, or nobody knows where
app.MapGet("/c1", (IElsewhere api) => api.ListAsync()).RequireAccountRead();
app.MapGet("/c2", (IConfigured api) => api.ListAsync()).RequireAccountRead();
app.MapGet("/c3", (IUnregistered api) => api.ListAsync()).RequireAccountRead();

// case: a token of its own
app.MapGet("/d1", (IOwn api) => api.ListAsync("x")).RequireAccountRead();
app.MapGet("/d2", (IHandled api) => api.ListAsync()).RequireAccountRead();
app.MapGet("/d3", (ILogged api) => api.ListAsync()).RequireAccountRead(); // expect: DOO102 domain:read

// case: a client of the signed-in user's, and one with an address
app.MapGet("/e1", (IVolumes api) => api.ListAsync()).RequireAccountRead(); // expect: DOO102 block_storage:read
app.MapGet("/e2", (DigitalOceanClient client) => RestService.For<IKeys>(client).ListAsync()).RequireAccountRead(); // expect: DOO102 ssh_key:read
app.MapGet("/e3", async () =>
{
    var api = RestService.For<ITags>("https://api.digitalocean.com");
    return await api.ListAsync(); // expect: DOO102 tag:read
}).RequireAccountRead();
app.MapGet("/e4", async () => await RestService.For<ITags>("https://api.example.com").ListAsync()).RequireAccountRead();

// case: by a service, and an endpoint without a guard
app.MapGet("/f1", (Service service) => service.AccountAsync()); // expect: DOO103 account:read
app.MapGet("/f2", (Service service) => service.ListAsync()).RequireAccountRead();

app.Run();

public interface IDroplets
{
    [Get("/v2/droplets")]
    Task<string> ListAsync();

    [Get("/v2/droplets/{id}")]
    Task<string> GetAsync(long id);

    [Post("/v2/droplets")]
    Task<string> CreateAsync([Body] object droplet);

    [Delete("/v2/droplets/{droplet_id}")]
    Task DeleteAsync([AliasAs("droplet_id")] int id);

    [Get("/v2/account")]
    Task<string> AccountAsync();
}

public interface IImages
{
    [Get("/images?page={page}")]
    Task<string> ListAsync(int page = 1);

    [Put("/images/{id}")]
    Task<string> ActAsync(int id, [Body] object action);
}

public interface IElsewhere
{
    [Get("/v2/droplets")]
    Task<string> ListAsync();
}

public interface IConfigured : IElsewhere;

public interface IUnregistered
{
    [Get("/v2/droplets")]
    Task<string> ListAsync();
}

public interface IOwn
{
    [Get("/v2/droplets")]
    Task<string> ListAsync([Authorize("Bearer")] string token);
}

public interface IHandled
{
    [Get("/v2/droplets")]
    Task<string> ListAsync();
}

public interface ILogged
{
    [Get("/v2/domains")]
    Task<string> ListAsync();
}

public interface IVolumes
{
    [Get("/v2/volumes")]
    Task<string> ListAsync();
}

public interface IKeys
{
    [Get("/v2/account/keys")]
    Task<string> ListAsync();
}

public interface ITags
{
    [Get("/v2/tags")]
    Task<string> ListAsync();
}

sealed class Service(IDroplets api, IDroplets other)
{
    public Task<string> ListAsync() => api.ListAsync(); // expect: DOO102 droplet:read

    public Task<string> AccountAsync() => other.AccountAsync();
}

sealed class Token : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", "x");
        return base.SendAsync(request, cancellationToken);
    }
}

sealed class Logging(ILogger<Logging> logger) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        logger.LogInformation("{Address}", request.RequestUri);
        return base.SendAsync(request, cancellationToken);
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class DropletDeck;
