using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: a link to login for what the request names
app.MapGet("/1", (string scope) => Results.Redirect($"/login?scope={scope}"));
app.MapGet("/2", (string scope) => Results.Redirect("/login?scope=" + Uri.EscapeDataString(scope)));
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Tag.Read, Optional = true)]
public static partial class Deck;
