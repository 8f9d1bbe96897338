using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a path that a helper takes from an enum: each call has one of them
enum Kind { Account, Droplets, Offers }

static class Paths
{
    public static string Of(Kind kind) => kind switch
    {
        Kind.Account => "/v2/account",
        Kind.Droplets => "/v2/droplets",
        Kind.Offers => "/v2/1-clicks",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

class Users(DigitalOceanClient client)
{
    public Task<string> Account() => client.GetStringAsync(Paths.Of(Kind.Account));
    public Task<string> Offers() => Get(Kind.Offers);
    private Task<string> Get(Kind kind) => client.GetStringAsync(Paths.Of(kind));
}

class Robot(HttpClient http, string token)
{
    public async Task Droplets()
    {
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        await http.GetStringAsync("https://api.digitalocean.com" + Paths.Of(Kind.Droplets));
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
