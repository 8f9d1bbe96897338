using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: the user's scopes are read in another way than user.Scopes.Contains(…)
app.MapGet("/any", (DigitalOceanUser user) => user.Scopes.Any(scope => scope == Scopes.Firewall.Read));
app.MapGet("/set", (DigitalOceanUser user) => { var set = user.Scopes.ToHashSet(); return set.Contains(Scopes.Certificate.Read); });
app.MapGet("/local", (DigitalOceanUser user) => { var scopes = user.Scopes; return scopes.Contains(Scopes.Nfs.Read); });
app.MapGet("/except", (DigitalOceanUser user) => new[] { Scopes.Snapshot.Read }.Except(user.Scopes));
app.MapGet("/each", (DigitalOceanUser user) => { foreach (var scope in user.Scopes) { if (scope == Scopes.Tag.Read) { return "tags"; } } return ""; });
app.MapGet("/switch", (DigitalOceanUser user) => user.Scopes.Select(scope => scope switch { Scopes.Image.Read => "images", _ => "" }));
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)]
[DigitalOceanScope(Scopes.Nfs.Read)]
[DigitalOceanScope(Scopes.Snapshot.Read)]
[DigitalOceanScope(Scopes.Tag.Read)]
[DigitalOceanScope(Scopes.Image.Read)]
public static partial class Deck;
