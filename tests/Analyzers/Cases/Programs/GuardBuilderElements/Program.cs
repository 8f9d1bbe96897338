using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a guarded group in a dictionary, an array, a tuple, a Lazy
var groups = new Dictionary<string, RouteGroupBuilder> { ["a"] = app.MapGroup("/1").RequireVpcRead() };
groups["a"].MapGet("/a", List);
RouteGroupBuilder[] array = [app.MapGroup("/2").RequireVpcRead()];
array[0].MapGet("/b", List);
var pair = (Read: app.MapGroup("/3").RequireVpcRead(), Name: "x");
pair.Read.MapGet("/c", List);
var lazy = new Lazy<RouteGroupBuilder>(() => app.MapGroup("/4").RequireVpcRead());
lazy.Value.MapGet("/d", List);
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
