using System.Text;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a StringBuilder that is used again
class Users(DigitalOceanClient client)
{
    public async Task Both()
    {
        var path = new StringBuilder("/v2/1-clicks");
        await client.GetStringAsync(path.ToString());
        path.Length = 0;
        path.Append("/v2/account");
        await client.GetStringAsync(path.ToString());
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
