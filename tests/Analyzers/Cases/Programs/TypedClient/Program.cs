using Core;
using DoOAuth;
using DoOAuth.Api;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped<Service>();
var app = builder.Build();
app.MapDeck();

// case: an extension property on the client of an annotated class
app.MapGet("/a1", (Deck.Client deck) => deck.Droplets.ListAsync()); // expect: DOO103 droplet:read
app.MapGet("/a2", (Deck.Client deck) => deck.Droplets.ListAsync()).RequireDropletRead();
app.MapGet("/a3", async (Deck.Client deck) => await deck.Droplets.GetAsync(5)); // expect: DOO103 droplet:read
app.MapPost("/a4", (Deck.Client deck) => deck.Droplets.CreateAsync(new(1))); // expect: DOO102 droplet:create
app.MapGet("/a5", (Deck.Client deck) => deck.Kubernetes.Clusters.ListAsync()); // expect: DOO102 kubernetes:read
// case: a list
app.MapGet("/a7", async (Deck.Client deck) => // expect: DOO103 droplet:read
{
    await foreach (var droplet in deck.Droplets.ListAsync())
    {
        return droplet.Id;
    }

    return 0;
});
app.MapGet("/a8", (Deck.Client deck) => deck.Droplets.HelpAsync());

// case: the extension method, and the constructor
app.MapGet("/b1", (DigitalOceanClient client) => client.DigitalOcean().Droplets.ListAsync()); // expect: DOO103 droplet:read
app.MapDelete("/b2", (DigitalOceanClient client) => client.DigitalOcean().Droplets.DeleteAsync(1)); // expect: DOO102 droplet:delete
app.MapGet("/b3", (DigitalOceanClient client) => new DigitalOceanApi(client).Droplets.ListAsync()); // expect: DOO103 droplet:read
app.MapDelete("/b4", (DigitalOceanClient client) => new DigitalOceanApi(client, new DigitalOceanApiOptions()).Droplets.DeleteAsync(1)); // expect: DOO102 droplet:delete
app.MapGet("/b5", (DigitalOceanClient client) => new DigitalOceanApi(client).Volumes().ListAsync()); // expect: DOO102 block_storage:read

// case: methods that are extensions themselves
app.MapGet("/c1", (Deck.Client deck) => deck.DomainsAsync()); // expect: DOO102 domain:read
app.MapGet("/c2", (Deck.Client deck) => deck.KeysAsync()); // expect: DOO102 ssh_key:read
app.MapGet("/c3", (Deck.Client deck) => DigitalOceanApiExtensions.DomainsAsync(deck)); // expect: DOO102 domain:read

// case: kept in a local, field, parameter, service
app.MapGet("/d1", (Deck.Client deck) =>
{
    var droplets = deck.Droplets;
    return droplets.DeleteAsync(4); // expect: DOO102 droplet:delete
});
app.MapGet("/d2", (Service service) => service.ListAsync()); // expect: DOO103 droplet:read
app.MapGet("/d3", (Deck.Client deck) => Service.OneAsync(deck.Droplets, 5)); // expect: DOO103 droplet:read
app.MapGet("/d4", (Deck.Client deck) => Service.DropAsync(new DigitalOceanApi(deck)));
app.MapGet("/d5", (Deck.Client deck) => new Made(deck.Droplets).GetAsync()); // expect: DOO103 droplet:read
app.MapGet("/d6", async (Deck.Client? deck) => await (deck?.Droplets.GetAsync(5) ?? Task.FromResult(new Thing(1)))); // expect: DOO103 droplet:read

app.MapGet("/d7", (Deck.Client deck) => Task.WhenAll(new long[] { 1, 2 }.Select(id => deck.Droplets.GetAsync(id)))); // expect: DOO103 droplet:read
app.MapPost("/d8", (Deck.Client deck, Thing[] things) => Task.WhenAll(things.Select(deck.Droplets.CreateAsync))); // expect: DOO102 droplet:create

// case: several operations, and operations that the list does not have
app.MapGet("/e1", (Deck.Client deck) => deck.Droplets.SavedAsync()).RequireSnapshotRead(); // expect: DOO102 image:read
app.MapGet("/e2", (Deck.Client deck) => deck.Droplets.WeatherAsync(1)); // expect: DOO102 certificate:read
app.MapGet("/e3", (Deck.Client deck) => deck.Droplets.MoonsAsync()); // expect: DOO103 tag:read
app.MapGet("/e4", (Deck.Client deck) => deck.Droplets.MoonsAsync()).RequireTagRead().RequireUptimeRead();
app.MapGet("/e5", (Deck.Client deck) => deck.Droplets.PlanetsAsync());

// case: plain clients
app.MapGet("/f1", (IHttpClientFactory factory) => factory.CreateClient().Droplets.CreateAsync(new(1))); // expect: DOO102 droplet:create
app.MapGet("/f2", () => new HttpClient().DigitalOcean().Droplets.DeleteAsync(1)); // expect: DOO102 droplet:delete
app.MapGet("/f3", () => new DigitalOceanApi(new HttpClient { BaseAddress = new Uri("https://api.example.com") }).Droplets.DeleteAsync(1));
app.MapGet("/f4", () => new DigitalOceanApi(new HttpClient { BaseAddress = new Uri("https://api.digitalocean.com") }).Droplets.DeleteAsync(1)); // expect: DOO102 droplet:delete
app.MapGet("/f5", (Own own) => own.DropAsync());

// case: by a library
app.MapGet("/g1", (Deck.Client deck) => Reports.OneAsync(deck, 1)); // expect: DOO103 droplet:read
app.MapGet("/g2", (Deck.Client deck) => Reports.OneAsync(deck, 1)).RequireDropletRead();
app.MapGet("/g3", (Deck.Client deck) => Reports.DropAsync(deck.Droplets, 1)); // expect: DOO102 droplet:delete
app.MapGet("/g4", (Deck.Client deck) => Reports.WeatherAsync(deck)); // or: DOO102 certificate:read #weather
app.MapGet("/g5", (Deck.Client deck) => Reports.MoonsAsync(deck)); // expect: DOO103 tag:read
app.MapGet("/g6", (Deck.Client deck) => new Wardrobe(deck.Droplets).SavedAsync()).RequireSnapshotRead(); // expect: DOO102 image:read

app.Run();

public sealed class Service(Deck.Client deck)
{
    private readonly DropletsApi _droplets = deck.Droplets;

    private readonly DigitalOceanApi _api = new(deck);

    public IAsyncEnumerable<Thing> ListAsync() => _droplets.ListAsync();

    public Task DropAsync() => _api.Droplets.DeleteAsync(1); // expect: DOO102 droplet:delete

    public static Task<Thing> OneAsync(DropletsApi droplets, long id) => droplets.GetAsync(id);

    public static Task DropAsync(DigitalOceanApi api) => api.Droplets.DeleteAsync(1); // expect: DOO102 droplet:delete
}

public sealed class Made(DropletsApi droplets)
{
    public Task<Thing> GetAsync() => droplets.GetAsync(5);
}

public sealed class Own
{
    private readonly HttpClient _http = new();

    public Own(IConfiguration configuration) => _http.DefaultRequestHeaders.Authorization = new("Bearer", configuration["Token"]);

    public Task DropAsync() => new DigitalOceanApi(_http).Droplets.DeleteAsync(1);
}

[DigitalOceanOAuth]
[DigitalOceanScope("account:read")]
[DigitalOceanScope("droplet:read")]
[DigitalOceanScope("snapshot:read")]
[DigitalOceanScope("tag:read")]
[DigitalOceanScope("uptime:read")]
public static partial class Deck; // expect: DOO102 certificate:read #weather
