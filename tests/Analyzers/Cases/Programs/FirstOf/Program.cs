using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: one of a list, found by a predicate
class Users(DigitalOceanClient client)
{
    private static readonly string[] Paths = ["/v2/account", "/v2/volumes"];
    public Task<string> A() => client.GetStringAsync(Paths.First(path => path.EndsWith("account")));
    public Task<string> B() => client.GetStringAsync(Paths.Single(path => path == "/v2/account"));
    public async Task C() { foreach (var path in Paths.Take(1)) { await client.GetStringAsync(path); } }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
