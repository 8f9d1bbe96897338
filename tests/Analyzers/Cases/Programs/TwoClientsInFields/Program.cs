using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: one helper class for two providers, in fields
class Rest(HttpClient http) { public Task<string> Get(string path) => http.GetStringAsync(path); }
class Users(DigitalOceanClient client) { private readonly Rest _rest = new(client); public Task<string> Me() => _rest.Get("/v2/account"); }
class Linode(IHttpClientFactory factory) { private readonly Rest _rest = new(factory.CreateClient("linode")); public Task<string> Volumes() => _rest.Get("/v2/volumes"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
