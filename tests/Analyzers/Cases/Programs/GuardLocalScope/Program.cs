using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a local is passed to the method that asks
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => { var needed = Scopes.Vpc.Read; return user.Has(needed) ? Results.Text(await List(client)) : Results.Forbid(); });
app.MapGet("/2", async (DigitalOceanUser user, DigitalOceanClient client) => { var needed = Scopes.Vpc.Read; user.Demand(needed); return await List(client); });
// case: another scope
app.MapGet("/3", async (DigitalOceanUser user, DigitalOceanClient client) => { var needed = Scopes.Project.Read; return user.Has(needed) ? Results.Text(await List(client)) : Results.Forbid(); }); // expect: DOO103 vpc:read
app.Run();

public static class Access
{
    public static bool Has(this DigitalOceanUser user, string scope) => user.HasScope(scope);
    public static void Demand(this DigitalOceanUser user, string scope) { if (!user.HasScope(scope)) { throw new UnauthorizedAccessException(); } }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
