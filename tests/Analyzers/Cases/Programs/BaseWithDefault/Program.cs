using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<Droplets>(http => http.BaseAddress = new Uri(builder.Configuration["DigitalOcean:BaseUrl"] ?? "https://api.digitalocean.com"));
if (builder.Environment.IsDevelopment()) builder.Services.AddHttpClient<Volumes>(http => http.BaseAddress = new Uri("http://localhost:5005")); else builder.Services.AddHttpClient<Volumes>(http => http.BaseAddress = new Uri("https://api.digitalocean.com"));
var app = builder.Build();
app.MapDeck();
app.Run();

// case: the base address from configuration, with DigitalOcean's as the default; or another one while developing
class Droplets(HttpClient http) { public Task<string> All() => http.GetStringAsync("/v2/droplets"); } // expect: DOO102 droplet:read
class Volumes(HttpClient http) { public Task<string> All() => http.GetStringAsync("/v2/volumes"); } // expect: DOO102 block_storage:read
class Absolute(HttpClient http, IConfiguration configuration) { public Task<string> All() => http.GetStringAsync((configuration["Url"] ?? "https://api.digitalocean.com") + "/v2/images"); } // expect: DOO102 image:read

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
