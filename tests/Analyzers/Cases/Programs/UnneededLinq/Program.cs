using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: the question as a method group, as the page of DOO103 writes it
app.MapGet("/all", (DigitalOceanUser user) => new[] { Scopes.Project.Read, Scopes.Domain.Read }.All(user.HasScope));
app.MapGet("/any", (DigitalOceanUser user) => new[] { "read", Scopes.Certificate.Read }.Any(user.HasScope));
app.MapGet("/menu", (DigitalOceanUser user) => Menu(user.HasScope));
static string[] Menu(Func<string, bool> granted) => granted(Scopes.Snapshot.Read) ? ["snapshots"] : [];
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
[DigitalOceanScope(Scopes.Domain.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)]
[DigitalOceanScope(Scopes.Snapshot.Read)]
public static partial class Deck;
