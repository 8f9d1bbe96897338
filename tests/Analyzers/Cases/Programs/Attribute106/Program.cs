using System.ComponentModel.DataAnnotations;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
var api = app.MapGroup("/api").RequireSshKeyRead();
api.MapGet("/0/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{id}")); // expect: DOO106
api.MapGet("/a/{id}", ([RegularExpression("^[0-9a-f]+$")] string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{id}"));
api.MapGet("/b/{id}", ([AllowedValues("a", "b")] string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{id}"));
api.MapGet("/c", ([AsParameters] KeyOf of, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{of.Id}"));
app.Run();

// case: the parameter's attribute checks it
record struct KeyOf([property: RegularExpression("^[0-9a-f]+$")] string Id);

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.SshKey.Read)]
public static partial class Deck;
