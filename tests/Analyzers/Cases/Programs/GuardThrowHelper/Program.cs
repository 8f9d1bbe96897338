using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a helper that always throws, with a line before it; an inner local function that does
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => { if (!user.HasScope(Scopes.Vpc.Read)) { Refused.Throw(user); } return await List(client); });
app.MapGet("/2", async (DigitalOceanUser user, DigitalOceanClient client) => { if (!user.HasScope(Scopes.Vpc.Read)) { Environment.Exit(1); } return await List(client); });
app.MapGet("/3", async (DigitalOceanUser user, DigitalOceanClient client) => { if (!user.HasScope(Scopes.Vpc.Read)) { try { return Results.Forbid(); } finally { Console.WriteLine(); } } return Results.Text(await List(client)); });
app.MapGet("/4", async (DigitalOceanUser user, DigitalOceanClient client) => { if (!user.HasScope(Scopes.Vpc.Read)) { switch (user.Name) { case "x": return Results.Forbid(); default: return Results.NotFound(); } } return Results.Text(await List(client)); });
app.Run();

public static class Refused { public static void Throw(DigitalOceanUser user) { Console.WriteLine(user.Name); throw new UnauthorizedAccessException(); } }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
