using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<Droplets>(http => http.BaseAddress = new Uri("https://api.digitalocean.com"));
var app = builder.Build();
app.MapDeck();
app.Run();

// case: the client's own base address is read
class Droplets(HttpClient http) { public Task<string> All() => http.GetStringAsync(new Uri(http.BaseAddress!, "/v2/droplets")); } // expect: DOO102 droplet:read

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
