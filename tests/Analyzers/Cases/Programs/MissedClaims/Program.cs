using System.Security.Claims;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a question for a claim that is no scope, by a predicate
app.MapGet("/1", async (ClaimsPrincipal user, DigitalOceanClient client) => user.HasClaim(claim => claim.Type == "team") ? Results.Text(await List(client)) : Results.Forbid()); // expect: DOO103 vpc:read
app.MapGet("/2", async (ClaimsPrincipal user, DigitalOceanClient client) => user.Claims.Any(claim => claim.Type == ClaimTypes.Email) ? Results.Text(await List(client)) : Results.Forbid()); // expect: DOO103 vpc:read
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
