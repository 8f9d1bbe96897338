using System.Security.Claims;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: the scope claims, by FindFirst and FindAll
app.MapGet("/first", (ClaimsPrincipal user) => user.FindFirst(claim => claim.Type == "scope" && claim.Value == Scopes.Firewall.Read) is not null);
app.MapGet("/all", (ClaimsPrincipal user) => user.FindAll(DigitalOceanClaimTypes.Scope).Select(claim => claim.Value).Contains(Scopes.Project.Read));
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
