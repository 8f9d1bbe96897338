using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a method of the client as an argument
class Users(DigitalOceanClient client)
{
    private static readonly string[] Paths = ["/v2/droplets"];
    public Task<string[]> All() => Task.WhenAll(Paths.Select(client.GetStringAsync));
    public Task<string> Retried() => Retry(client.GetStringAsync, "/v2/volumes");
    private static Task<string> Retry(Func<string, Task<string>> get, string path) => get(path);
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.BlockStorage.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
public static partial class Deck;
