using Microsoft.AspNetCore.Authorization;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddAuthorization(options =>
{
    options.DefaultPolicy = new AuthorizationPolicyBuilder().RequireClaim("scope", Scopes.Snapshot.Read).Build();
    options.FallbackPolicy = options.DefaultPolicy;
});
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/snapshots");

// Policies that hold where nobody names them, of which the rule's page does not speak.

// case: the default policy has the scope
app.MapGet("/1", List).RequireAuthorization();
app.MapGet("/1b", [Authorize] (DigitalOceanClient client) => List(client));

// case: the fallback policy has the scope
app.MapGet("/2", List);

// case: everybody let in, in spite of the fallback
app.MapGet("/2b", List).AllowAnonymous(); // expect: DOO103 snapshot:read
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Snapshot.Read)]
public static partial class Deck;
