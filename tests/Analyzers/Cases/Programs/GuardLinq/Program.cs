using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: several scopes, by what is missing of them
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => { string[] needed = [Scopes.Vpc.Read, Scopes.Project.Read]; if (needed.Any(scope => !user.HasScope(scope))) { return Results.Forbid(); } return Results.Text(await List(client)); });
app.MapGet("/2", async (DigitalOceanUser user, DigitalOceanClient client) => { string[] needed = [Scopes.Vpc.Read, Scopes.Project.Read]; var missing = needed.Where(scope => !user.HasScope(scope)).ToList(); if (missing.Count > 0) { return Results.Forbid(); } return Results.Text(await List(client)); });
app.MapGet("/3", async (DigitalOceanUser user, DigitalOceanClient client) => { string[] needed = [Scopes.Vpc.Read]; if (needed.Except(user.Scopes).Any()) { return Results.Forbid(); } return Results.Text(await List(client)); });
app.MapGet("/4", async (DigitalOceanUser user, DigitalOceanClient client) => { string[] needed = [Scopes.Vpc.Read]; foreach (var scope in needed) { if (user.HasScope(scope)) { continue; } return Results.Forbid(); } return Results.Text(await List(client)); });
app.MapGet("/5", async (DigitalOceanUser user, DigitalOceanClient client) => new[] { "read", Scopes.Vpc.Read }.Any(user.HasScope) ? Results.Text(await List(client)) : Results.Forbid());
// case: another scope
app.MapGet("/6", async (DigitalOceanUser user, DigitalOceanClient client) => { string[] needed = [Scopes.Project.Read]; if (needed.Any(scope => !user.HasScope(scope))) { return Results.Forbid(); } return Results.Text(await List(client)); }); // expect: DOO103 vpc:read
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
