using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped<HttpClient>(services => services.GetRequiredService<DigitalOceanClient>());
var app = builder.Build();
app.MapDeck();
app.MapGet("/domains", (DigitalOceanClient client) => client.GetStringAsync("/v2/domains")).RequireDomainRead();
app.Run();

// Nfs.Read is needed: whoever injects HttpClient gets the user's client. DOO104 must stay quiet about it.
public class Shares(HttpClient http) { public Task<string> AllAsync() => http.GetStringAsync("/v2/nfs"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Domain.Read)]
[DigitalOceanScope(Scopes.Nfs.Read)]
public static partial class Deck;
