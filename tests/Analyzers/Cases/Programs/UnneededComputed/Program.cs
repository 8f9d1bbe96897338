using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: scopes that the configuration names are compared with the user's
app.MapGet("/1", (DigitalOceanUser user, IConfiguration configuration) => configuration.GetSection("Needed").Get<string[]>()!.Except(user.Scopes).Any());
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Tag.Read)]
public static partial class Deck;
