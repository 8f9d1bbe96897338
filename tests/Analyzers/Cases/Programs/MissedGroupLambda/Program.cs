using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a helper of the app makes the group and gives it to a lambda or method
app.MapApi("/1", api => api.MapGet("/vpcs", List)); // expect: DOO103 vpc:read
app.MapApi("/2", Vpcs.Map);
app.MapApi("/3", api => api.MapGet("/vpcs", List).RequireVpcRead());
Action<IEndpointRouteBuilder> map = routes => routes.MapGet("/local", List); // expect: DOO103 vpc:read
map(app);
app.Run();

public static class Vpcs { public static void Map(RouteGroupBuilder group) => group.MapGet("/", (DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs")); } // expect: DOO103 vpc:read
public static class Mapping
{
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes, string prefix, Action<RouteGroupBuilder> map) { var group = routes.MapGroup(prefix); map(group); return group; }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
