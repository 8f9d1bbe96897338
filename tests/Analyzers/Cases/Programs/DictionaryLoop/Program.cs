using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a loop over a dictionary that is written out
class Users(DigitalOceanClient client)
{
    private static readonly Dictionary<string, string> Paths = new() { ["droplets"] = "/v2/droplets" };
    private static readonly Dictionary<string, string> Others = new() { { "volumes", "/v2/volumes" } };

    public async Task All()
    {
        foreach (var (name, path) in Paths)
        {
            await client.GetStringAsync(path); // expect: DOO102 droplet:read
        }
    }

    public async Task Values()
    {
        foreach (var path in Others.Values)
        {
            await client.GetStringAsync(path); // expect: DOO102 block_storage:read
        }
    }
    public async Task Pairs()
    {
        foreach (var pair in Others)
        {
            await client.GetStringAsync(pair.Value); // expect: DOO102 block_storage:read
        }
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
