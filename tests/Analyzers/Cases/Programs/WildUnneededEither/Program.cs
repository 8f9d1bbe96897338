using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapPost("/records/{id:long}", (long id, DigitalOceanClient client) => client.PostAsJsonAsync("/v2/domains/example.com/records", new { type = "A", id })).RequireDomainUpdate();
app.MapPatch("/records/{id:long}", (long id, DigitalOceanClient client) => client.PatchAsJsonAsync($"/v2/domains/example.com/records/{id}", new { ttl = 60 })).RequireDomainUpdate();
app.MapGet("/either/{tags:bool}", (bool tags, DigitalOceanClient client) => client.GetStringAsync(tags ? "/v2/tags" : "/v2/vpcs")).RequireTagRead().RequireVpcRead();
app.Run();

// case: what a call may need is needed: quiet, but for one
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Domain.Update)]
[DigitalOceanScope(Scopes.Tag.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Snapshot.Delete)] // expect: DOO104 snapshot:delete
public static partial class Deck;
