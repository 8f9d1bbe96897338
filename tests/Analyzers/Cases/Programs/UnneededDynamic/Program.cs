using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: a local of type dynamic
app.MapGet("/1", (DigitalOceanClient digitalOcean) => { dynamic client = digitalOcean; return (Task<string>)client.GetStringAsync("/v2/firewalls"); });
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
public static partial class Deck;
