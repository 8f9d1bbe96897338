using System.Security.Claims;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: the user's scopes, or their claims, by other ways than Contains
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => user.Scopes.Any(scope => scope == Scopes.Vpc.Read) ? Results.Text(await List(client)) : Results.Forbid());
app.MapGet("/2", async (DigitalOceanUser user, DigitalOceanClient client) => { var scopes = user.Scopes; return scopes.Contains(Scopes.Vpc.Read) ? Results.Text(await List(client)) : Results.Forbid(); });
app.MapGet("/3", async (DigitalOceanUser user, DigitalOceanClient client) => { var scopes = user.Scopes.ToHashSet(); return scopes.Contains(Scopes.Vpc.Read) ? Results.Text(await List(client)) : Results.Forbid(); });
app.MapGet("/4", async (ClaimsPrincipal user, DigitalOceanClient client) => user.FindFirst(claim => claim.Type == "scope" && claim.Value == Scopes.Vpc.Read) is not null ? Results.Text(await List(client)) : Results.Forbid());
app.MapGet("/5", async (ClaimsPrincipal user, DigitalOceanClient client) => user.FindAll("scope").Select(claim => claim.Value).Contains(Scopes.Vpc.Read) ? Results.Text(await List(client)) : Results.Forbid());
// case: another scope
app.MapGet("/6", async (DigitalOceanUser user, DigitalOceanClient client) => { var scopes = user.Scopes; return scopes.Contains(Scopes.Project.Read) ? Results.Text(await List(client)) : Results.Forbid(); }); // expect: DOO103 vpc:read
app.MapGet("/7", () => "x").RequireProjectRead();
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
