using DoOAuth;
using DoOAuth.Api;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddControllers();
builder.Services.AddScoped(services => services.GetRequiredService<Deck.Client>().Droplets);
builder.Services.AddScoped(services => new DigitalOceanApi(services.GetRequiredService<Deck.Client>()));
builder.Services.AddScoped(services => services.GetRequiredService<DigitalOceanApi>().Kubernetes);
builder.Services.AddSingleton(new VolumesApi(new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", builder.Configuration["Token"]) } }));
var app = builder.Build();
app.MapDeck();
app.MapControllers();

// case: an injected group
app.MapGet("/a1", (DropletsApi droplets) => droplets.ListAsync()); // expect: DOO103 droplet:read
app.MapGet("/a2", (DropletsApi droplets) => droplets.ListAsync()).RequireDropletRead();
app.MapDelete("/a3", (DropletsApi droplets) => droplets.DeleteAsync(1)); // expect: DOO102 droplet:delete
app.MapGet("/a4", (DigitalOceanApi api) => api.Droplets.GetAsync(1)); // expect: DOO103 droplet:read
app.MapGet("/a5", (Service service) => service.GetAsync()); // expect: DOO103 droplet:read
app.MapGet("/a6", Handlers.GetAsync); // expect: DOO103 droplet:read
app.MapGet("/a7", (KubernetesApi kubernetes) => kubernetes.Clusters.ListAsync()).RequireDropletRead(); // expect: DOO102 kubernetes:read
app.MapGet("/a8", (HttpContext context) => context.RequestServices.GetRequiredService<DropletsApi>().ListAsync()); // expect: DOO103 droplet:read

// case: one with a token of its own
app.MapGet("/b1", (VolumesApi volumes) => volumes.ListAsync());

// case: nobody says where it comes from
app.MapGet("/c1", (ClustersApi clusters) => clusters.ListAsync()); // expect: DOO102 kubernetes:read
app.Run();

public sealed class Service(DropletsApi droplets)
{
    public Task<Thing> GetAsync() => droplets.GetAsync(1);
}

public static class Handlers
{
    public static Task<Thing> GetAsync([FromServices] DropletsApi droplets) => droplets.GetAsync(1);
}

// case: controllers
[ApiController]
[Route("things")]
public sealed class ThingsController(DropletsApi droplets) : ControllerBase
{
    [HttpGet]
    public Task<Thing> One() => droplets.GetAsync(1); // expect: DOO103 droplet:read

    [HttpPost]
    [RequireScope("droplet:read")]
    public Task<Thing> Post() => droplets.CreateAsync(new(1)); // expect: DOO102 droplet:create

    [HttpGet("all")]
    [RequireScope("droplet:read")]
    public IAsyncEnumerable<Thing> All() => droplets.ListAsync();

    [HttpGet("own")]
    public Task<Thing> Own([FromServices] DigitalOceanApi api) => api.Droplets.GetAsync(1); // expect: DOO103 droplet:read
}

[DigitalOceanOAuth]
[DigitalOceanScope("droplet:read")]
public static partial class Deck;
