using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: an iterator with a parameter
class Users(DigitalOceanClient client)
{
    private static IEnumerable<string> Pages(int count) { for (var page = 1; page <= count; page++) { yield return $"/v2/droplets?page={page}"; } }
    public async Task Read()
    {
        foreach (var path in Pages(3))
        {
            await client.GetStringAsync(path); // expect: DOO102 droplet:read
        }
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
