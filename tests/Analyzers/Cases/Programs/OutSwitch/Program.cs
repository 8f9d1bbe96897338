using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: an out parameter that depends on a constant argument; a failed lookup
class Users(DigitalOceanClient client)
{
    private static bool TryPath(string name, out string path)
    {
        switch (name) { case "me": path = "/v2/account"; return true; case "droplets": path = "/v2/droplets"; return true; default: path = ""; return false; }
    }
    public Task<string> A() => TryPath("me", out var path) ? client.GetStringAsync(path) : Task.FromResult("");
    public string Link() => TryPath("droplets", out var path) ? path : "";
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
