using Company;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: an extension of the library puts a guard on, a filter is the library's
app.MapGet("/1", List).RequireScopes(Scopes.Vpc.Read);
app.MapGet("/2", List).RequireVpcs();
app.MapGet("/3", List).AddEndpointFilter<VpcFilter>();
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
