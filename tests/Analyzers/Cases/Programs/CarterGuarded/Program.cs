using Carter;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
Map(app.MapGroup("/api").RequireVpcRead());
app.Run();

// The modules are mapped on a group with the guard.
static void Map(RouteGroupBuilder group) => group.MapCarter();

public class VpcModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/vpcs", (DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs"));

        // case: another scope
        app.MapGet("/account", (DigitalOceanClient client) => client.GetStringAsync("/v2/account")); // expect: DOO103 account:read
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
