using Microsoft.AspNetCore.Authorization;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddAuthorizationBuilder().AddPolicy("vpcs", policy => policy.RequireClaim("scope", Scopes.Vpc.Read));
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: an arm with a guard refuses, the next one calls
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => user switch { { } known when !known.HasScope(Scopes.Vpc.Read) => Results.Forbid(), _ => Results.Text(await List(client)) });
// case: results of the authorization service by patterns
app.MapGet("/2", async (HttpContext context, IAuthorizationService service, DigitalOceanClient client) => { if (await service.AuthorizeAsync(context.User, "vpcs") is not { Succeeded: true }) { return Results.Forbid(); } return Results.Text(await List(client)); });
app.MapGet("/3", async (HttpContext context, IAuthorizationService service, DigitalOceanClient client) => { var result = await service.AuthorizeAsync(context.User, "vpcs"); if (result.Failure is not null) { return Results.Forbid(); } return Results.Text(await List(client)); });
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
