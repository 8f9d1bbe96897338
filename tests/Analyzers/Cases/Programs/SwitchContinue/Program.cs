using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: what goes on with the next element does not reach the call
class Users(DigitalOceanClient client)
{
    public async Task All(string[] kinds)
    {
        foreach (var kind in kinds)
        {
            var path = "/v2/droplets";
            switch (kind)
            {
                case "me": path = "/v2/account"; break;
                case "offers": path = "/v2/1-clicks"; break;
                default: Console.WriteLine("later: " + path); continue;
            }

            await client.GetStringAsync(path);
        }
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
