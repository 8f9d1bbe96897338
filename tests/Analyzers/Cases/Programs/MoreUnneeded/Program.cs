using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddSingleton<HttpClient>(services => services.GetRequiredService<DigitalOceanClient>());
var app = builder.Build();
app.MapDeck();
app.Run();

// case: Vpc.Read is needed by a service that has the client as HttpClient: DOO104 must stay quiet
class Vpcs(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/vpcs"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
