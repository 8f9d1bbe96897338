using Company;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a method of the library asks, and the app calls
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => user.CanReadVpcs() ? Results.Text(await List(client)) : Results.Forbid());
app.MapGet("/2", async (DigitalOceanUser user, DigitalOceanClient client) => { user.Demand(Scopes.Vpc.Read); return await List(client); });
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
