using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<Droplets>(Setup.Configure);
builder.Services.AddHttpClient<Volumes>(http => http.UseDigitalOcean());
builder.Services.AddHttpClient<Images>(http => Setup.Configure(http));
var app = builder.Build();
app.MapDeck();
app.Run();

// case: the registration sets the base address by a method
static class Setup
{
    public static void Configure(HttpClient http) => http.BaseAddress = new Uri("https://api.digitalocean.com");
    public static void UseDigitalOcean(this HttpClient http) => http.BaseAddress = new Uri("https://api.digitalocean.com");
}

class Droplets(HttpClient http) { public Task<string> All() => http.GetStringAsync("/v2/droplets"); } // expect: DOO102 droplet:read
class Volumes(HttpClient http) { public Task<string> All() => http.GetStringAsync("/v2/volumes"); } // expect: DOO102 block_storage:read
class Images(HttpClient http) { public Task<string> All() => http.GetStringAsync("/v2/images"); } // expect: DOO102 image:read

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
