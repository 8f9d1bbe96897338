using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
var api = app.MapGroup("/api").RequireSshKeyRead();
api.MapGet("/0/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{id}")); // expect: DOO106
var keys = api.MapGroup("/keys/{id:guid}");
keys.MapGet("/", (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{id}"));
api.MapGet(Routes.Key, (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{id}"));
api.MapGet("/s/{id:slug}", (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{id}"));
app.Run();

// case: constraints in the group's prefix, in a constant, of the app's own
static class Routes { public const string Key = "/key/{id:int}"; }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.SshKey.Read)]
public static partial class Deck;
