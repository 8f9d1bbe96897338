using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: the user's client gets a base address of its own with the version
class Users
{
    private readonly DigitalOceanClient _client;
    public Users(DigitalOceanClient client) { _client = client; _client.BaseAddress = new Uri("https://api.digitalocean.com/v2/"); }
    public Task<string> Me() => _client.GetStringAsync("account");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
