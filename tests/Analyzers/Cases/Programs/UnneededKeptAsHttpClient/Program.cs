using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// Certificate.Read is needed: DOO104 must stay quiet, since whoever takes its advice gets 403 from DigitalOcean.
class Certificates { readonly HttpClient _http; public Certificates(DigitalOceanClient client) { _http = client; } public Task<string> List() => _http.GetStringAsync("/v2/certificates"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)]
public static partial class Deck;
