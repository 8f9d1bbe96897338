using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: replaced without regard to case
class Users(DigitalOceanClient client)
{
    public Task<string> Get() => client.GetStringAsync("/v2/DROPLETS".Replace("droplets", "account", StringComparison.OrdinalIgnoreCase));
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
