using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a lambda is made before the question and run after it
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => { Func<Task<string>> load = () => List(client); if (!user.HasScope(Scopes.Vpc.Read)) { return Results.Forbid(); } return Results.Text(await load()); });
// case: one of two lambdas, chosen by the question
app.MapGet("/2", (DigitalOceanUser user, DigitalOceanClient client) => { var list = user.HasScope(Scopes.Vpc.Read) ? () => List(client) : (Func<Task<string>>)(() => Task.FromResult("")); return list(); });
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
