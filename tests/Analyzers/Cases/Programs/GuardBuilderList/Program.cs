using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: guards are put on a list of endpoints
var all = new List<RouteHandlerBuilder>();
all.Add(app.MapGet("/1", List));
foreach (var endpoint in all) { endpoint.RequireVpcRead(); }
RouteHandlerBuilder[] indexed = [app.MapGet("/2", List), app.MapGet("/2b", List)];
for (var index = 0; index < indexed.Length; index++) { indexed[index].RequireVpcRead(); }
foreach (var endpoint in Endpoints.Mapped(app)) { endpoint.RequireVpcRead(); }
GuardAll(app.MapGet("/4", List), app.MapGet("/4b", List));
static void GuardAll(params RouteHandlerBuilder[] endpoints) { foreach (var endpoint in endpoints) { endpoint.RequireVpcRead(); } }
app.Run();

public static class Endpoints
{
    public static IEnumerable<RouteHandlerBuilder> Mapped(IEndpointRouteBuilder routes) { yield return routes.MapGet("/3", (DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs")); }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
