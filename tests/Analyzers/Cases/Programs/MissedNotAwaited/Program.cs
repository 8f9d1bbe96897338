using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: nobody waits for the method that throws
app.MapGet("/1", (DigitalOceanUser user, DigitalOceanClient client) => { _ = DemandAsync(user); return List(client); }); // expect: DOO103 vpc:read
app.MapGet("/2", (DigitalOceanUser user, DigitalOceanClient client) => { DemandAsync(user); return List(client); }); // expect: DOO103 vpc:read
static async Task DemandAsync(DigitalOceanUser user) { await Task.Yield(); if (!user.HasScope(Scopes.Vpc.Read)) { throw new UnauthorizedAccessException(); } }
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
