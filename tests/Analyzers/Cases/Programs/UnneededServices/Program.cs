using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapGet("/vpcs", (IServiceProvider services, DigitalOceanClient client) => ActivatorUtilities.CreateInstance<Vpcs>(services, client).List());
app.Run();

// case: Vpc.Read is needed by what ActivatorUtilities makes: DOO104 must stay quiet
class Vpcs(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/vpcs"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
