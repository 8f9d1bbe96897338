using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a value that a loop always replaces
class Users(DigitalOceanClient client, TimeProvider time)
{
    public async Task Do()
    {
        var path = "/v2/droplets";
        do
        {
            path = "/v2/account";
            await Task.Delay(10);
        }
        while (time.GetUtcNow().Hour < 3);

        await client.GetStringAsync(path);
    }

    public async Task Forever()
    {
        var path = "/v2/droplets";
        while (true)
        {
            path = "/v2/account";
            if (time.GetUtcNow().Hour < 3)
            {
                break;
            }
        }

        await client.GetStringAsync(path);
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
