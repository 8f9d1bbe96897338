using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a refusal, or else the call
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => Refusal(user, Scopes.Vpc.Read) ?? Results.Text(await List(client)));
// case: another scope
app.MapGet("/2", async (DigitalOceanUser user, DigitalOceanClient client) => Refusal(user, Scopes.Project.Read) ?? Results.Text(await List(client))); // expect: DOO103 vpc:read
static IResult? Refusal(DigitalOceanUser user, string scope) => user.HasScope(scope) ? null : Results.Forbid();
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
