using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: the value is tested where it is used
class Users(DigitalOceanClient client)
{
    public async Task Get(bool droplets)
    {
        var path = droplets ? "/v2/droplets" : "/v2/account";
        if (path == "/v2/account")
        {
            await client.GetStringAsync(path);
        }
    }

    public async Task All()
    {
        foreach (var path in new[] { "/v2/account", "/v2/droplets" })
        {
            if (path == "/v2/droplets")
            {
                continue;
            }

            await client.GetStringAsync(path);
        }
    }

    public async Task Where()
    {
        foreach (var path in new[] { "/v2/account", "/v2/droplets" }.Where(path => path != "/v2/droplets"))
        {
            await client.GetStringAsync(path);
        }
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
