using System.Reflection;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapGet("/x", (DigitalOceanClient client) => new Rest(client).Call("image"));
app.Run();

// Some of these paths are out of sight: no scope may be called unneeded.
class Rest
{
    private readonly object _client;
    public Rest(object client) => _client = client;
    public Task<string> Call(string what) => (Task<string>)_client.GetType().GetMethod("GetStringAsync", [typeof(string)])!.Invoke(_client, ["/v2/" + what + "s"])!;
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Image.Read)]
[DigitalOceanScope(Scopes.Firewall.Update)]
public static partial class Deck;
