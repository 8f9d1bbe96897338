using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: the app's own guard method is given another scope
app.MapGet("/1", List).Needs(Scopes.Project.Read); // expect: DOO103 vpc:read
app.MapGroup("/2").Needs(Scopes.Project.Read).MapGet("/", List); // expect: DOO103 vpc:read
app.MapGet("/3", List).Needs(Scopes.Vpc.Read);
app.Run();

public static class Guards { public static TBuilder Needs<TBuilder>(this TBuilder builder, string scope) where TBuilder : IEndpointConventionBuilder => builder.RequireDigitalOceanScope(Deck.Scheme, scope); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
