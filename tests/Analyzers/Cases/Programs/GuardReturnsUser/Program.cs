using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a method throws where the scope is missing, and gives the user back
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => { var me = user.Require(Scopes.Vpc.Read); return me.Name + await List(client); });
app.MapGet("/2", async (DigitalOceanUser user, DigitalOceanClient client) => { _ = user.Require(Scopes.Vpc.Read); return await List(client); });
// case: another scope
app.MapGet("/3", async (DigitalOceanUser user, DigitalOceanClient client) => { var me = user.Require(Scopes.Project.Read); return me.Name + await List(client); }); // expect: DOO103 vpc:read
app.Run();

public static class Access { public static DigitalOceanUser Require(this DigitalOceanUser user, string scope) => user.HasScope(scope) ? user : throw new UnauthorizedAccessException(); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
