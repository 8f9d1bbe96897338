using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a method that says what is missing
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => user.Lacks(Scopes.Vpc.Read) ? Results.Forbid() : Results.Text(await List(client)));
app.MapGet("/2", async (DigitalOceanUser user, DigitalOceanClient client) => { if (user.IsRefused(Scopes.Vpc.Read, out var refusal)) { return refusal; } return Results.Text(await List(client)); });
// case: another scope
app.MapGet("/3", async (DigitalOceanUser user, DigitalOceanClient client) => user.Lacks(Scopes.Project.Read) ? Results.Forbid() : Results.Text(await List(client))); // expect: DOO103 vpc:read
app.Run();

public static class Access
{
    public static bool Lacks(this DigitalOceanUser user, string scope) => !user.HasScope(scope);
    public static bool IsRefused(this DigitalOceanUser user, string scope, out IResult refusal) { refusal = Results.Forbid(); return !user.HasScope(scope); }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
