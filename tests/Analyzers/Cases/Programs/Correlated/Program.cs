using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: two conditions that belong together
class Users(DigitalOceanClient client)
{
    public async Task Get(bool link)
    {
        var path = "/v2/account";
        if (link) { path = "/v2/droplets"; }
        if (!link) { await client.GetStringAsync(path); }
        Console.WriteLine(path);
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
