using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a table of paths whose key the caller says
class Users(DigitalOceanClient client)
{
    private static readonly Dictionary<string, string> Paths = new() { ["me"] = "/v2/account", ["droplets"] = "/v2/droplets" };

    public Task<string> Me() => Get("me");
    public static string Link() => "https://cloud.example.com" + Paths["droplets"];
    private Task<string> Get(string key) => client.GetStringAsync(Paths[key]);
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
