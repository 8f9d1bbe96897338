using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a local that the question's branch assigns
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => { bool granted; if (user.HasScope(Scopes.Vpc.Read)) { granted = true; } else { granted = false; } return granted ? Results.Text(await List(client)) : Results.Forbid(); });
app.MapGet("/2", async (DigitalOceanUser user, DigitalOceanClient client) => { IResult? refusal = null; if (!user.HasScope(Scopes.Vpc.Read)) { refusal = Results.Forbid(); } if (refusal is not null) { return refusal; } return Results.Text(await List(client)); });
app.MapGet("/3", async (DigitalOceanUser user, DigitalOceanClient client) => { string? missing = user.HasScope(Scopes.Vpc.Read) ? null : Scopes.Vpc.Read; if (missing is not null) { return Results.Forbid(); } return Results.Text(await List(client)); });
app.MapGet("/4", async (DigitalOceanUser user, DigitalOceanClient client) => { var may = user.Name != ""; may &= user.HasScope(Scopes.Vpc.Read); return may ? Results.Text(await List(client)) : Results.Forbid(); });
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
