using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a spread in a collection
class Users(DigitalOceanClient client)
{
    private static readonly string[] First = ["/v2/droplets"];
    private static readonly string[] All = [.. First, "/v2/volumes"];
    public async Task Read()
    {
        foreach (var path in All)
        {
            await client.GetStringAsync(path); // expect: DOO102 block_storage:read
        }
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
