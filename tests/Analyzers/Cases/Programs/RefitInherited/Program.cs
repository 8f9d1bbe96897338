using Refit;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddRefitClient<IDroplets>().ConfigureHttpClient(http => http.BaseAddress = new Uri("https://api.digitalocean.com"));
var app = builder.Build();
app.MapDeck();
app.Run();

// case: the header is on the interface that this one inherits
[Headers("Authorization: Bearer")]
interface IRobot { [Get("/v2/volumes")] Task<string> Volumes(); }
interface IDroplets : IRobot { [Get("/v2/droplets")] Task<string> Droplets(); }
class Jobs(IDroplets api) { public Task<string> All() => api.Droplets(); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
