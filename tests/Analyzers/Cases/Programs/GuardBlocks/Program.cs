using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: the question is in a block before the call
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client, ILogger<Marker> logger) => { try { if (!user.HasScope(Scopes.Vpc.Read)) { return Results.Forbid(); } } finally { logger.LogInformation("asked"); } return Results.Text(await List(client)); });
app.MapGet("/2", async (DigitalOceanUser user, DigitalOceanClient client, ILogger<Marker> logger) => { using (logger.BeginScope("x")) { if (!user.HasScope(Scopes.Vpc.Read)) { return Results.Forbid(); } } return Results.Text(await List(client)); });
app.MapGet("/3", async (DigitalOceanUser user, DigitalOceanClient client) => { switch (user.HasScope(Scopes.Vpc.Read)) { case false: return Results.Forbid(); } return Results.Text(await List(client)); });
app.Run();

public class Marker;

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
