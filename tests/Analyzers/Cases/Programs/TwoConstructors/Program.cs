using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a plain client in tests and the user's client behind one constructor
class Api
{
    private readonly HttpClient _http;
    public Api(DigitalOceanClient client) => _http = client;
    public Api(HttpClient http) => _http = http;
    public Task<string> Me() => _http.GetStringAsync("/v2/account");
    public Task<string> Droplets() => _http.GetStringAsync("/v2/droplets"); // expect: DOO102 droplet:read
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
