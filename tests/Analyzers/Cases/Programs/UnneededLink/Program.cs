using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: a link to login that is written out; the page says that a link to login is a use
app.MapGet("/1", () => Results.Redirect("/login?scope=uptime:read&returnUrl=/"));
app.MapGet("/2", () => Results.Redirect($"/login?scope={Scopes.Cdn.Read}"));
app.MapGet("/3", () => Results.Redirect(Deck.LoginPath + "?scope=" + Scopes.Function.Read));
app.MapGet("/4", () => Results.Content("<a href='/login?scope=tag:read'>Show tags</a>", "text/html"));
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Uptime.Read, Optional = true)]
[DigitalOceanScope(Scopes.Cdn.Read, Optional = true)]
[DigitalOceanScope(Scopes.Function.Read, Optional = true)]
[DigitalOceanScope(Scopes.Tag.Read, Optional = true)]
public static partial class Deck;
