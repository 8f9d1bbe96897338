using DoOAuth;
using System.Text.Json;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();

var app = builder.Build();
app.MapDeck();
app.Run();

// A client that is kept where any code finds it.
class Keeps { public Keeps(DigitalOceanClient client, HttpContext context) => context.Items["client"] = client; }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Image.Read)]
public static partial class Deck;
