using Flurl.Http;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: headers as an object
class Robot(string token)
{
    public Task<string> Droplets() => "https://api.digitalocean.com/v2/droplets".WithHeaders(new { Authorization = $"Bearer {token}", Accept = "application/json" }).GetStringAsync();
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
