using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapGet("/account", (DigitalOceanClient client) => new Rest(client).Get("/v2/account")).RequireAccountRead();
app.MapGet("/linode", (IHttpClientFactory factory) => new Rest(factory.CreateClient("linode")).Get("/v2/volumes"));
app.Run();

// case: one helper class for two providers
class Rest(HttpClient http) { public Task<string> Get(string path) => http.GetStringAsync(path); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
