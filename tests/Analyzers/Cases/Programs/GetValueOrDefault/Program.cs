using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a dictionary's GetValueOrDefault
class Users(DigitalOceanClient client)
{
    private static readonly Dictionary<string, string> Paths = new() { ["droplets"] = "/v2/droplets" };
    public Task<string> A() => client.GetStringAsync(Paths.GetValueOrDefault("droplets")); // expect: DOO102 droplet:read
    public Task<string> B() => client.GetStringAsync(Paths.GetValueOrDefault("x", "/v2/volumes")); // expect: DOO102 block_storage:read
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
