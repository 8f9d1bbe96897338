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
    public Task<string[]> All() => Task.WhenAll(Paths.Select(client.GetStringAsync)); // expect: DOO102 droplet:read
    public Task<string> Retried() => Retry(client.GetStringAsync, "/v2/volumes"); // expect: DOO102 block_storage:read
    private static Task<string> Retry(Func<string, Task<string>> get, string path) => get(path);
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
