using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: an indexer of the project's own
class Paths { public string this[string name] => name switch { "me" => "/v2/account", "droplets" => "/v2/droplets", _ => "" }; }
class Users(DigitalOceanClient client)
{
    private readonly Paths _paths = new();
    public Task<string> A() => client.GetStringAsync(_paths["me"]);
    public string Link() => _paths["droplets"];
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
