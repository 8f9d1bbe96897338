using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: the guard's attribute is in a field or local
app.MapGet("/1", List).WithMetadata(Needs.Vpcs);
app.MapGet("/2", List).RequireAuthorization(Needs.Vpcs);
var needs = new RequireScopeAttribute(Scopes.Vpc.Read);
app.MapGet("/3", List).WithMetadata(needs);
// case: another scope
app.MapGet("/4", List).WithMetadata(Needs.Projects); // expect: DOO103 vpc:read
app.Run();

public static class Needs { public static readonly RequireScopeAttribute Vpcs = new(Scopes.Vpc.Read); public static readonly RequireScopeAttribute Projects = new(Scopes.Project.Read); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
