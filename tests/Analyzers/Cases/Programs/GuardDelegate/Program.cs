using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a delegate asks
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => { Func<string, bool> has = user.HasScope; return has(Scopes.Vpc.Read) ? Results.Text(await List(client)) : Results.Forbid(); });
app.MapGet("/2", async (DigitalOceanUser user, DigitalOceanClient client) => { var may = () => user.HasScope(Scopes.Vpc.Read); return may() ? Results.Text(await List(client)) : Results.Forbid(); });
app.MapGet("/3", async (DigitalOceanUser user, DigitalOceanClient client) => Access.May(user) ? Results.Text(await List(client)) : Results.Forbid());
app.Run();

public static class Access { public static readonly Func<DigitalOceanUser, bool> May = user => user.HasScope(Scopes.Vpc.Read); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
