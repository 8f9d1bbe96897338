using DoOAuth;
using System.Text.Json;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();

var app = builder.Build();
app.MapDeck();
app.Run();

// A next page that the answer names.
class Followed(DigitalOceanClient client) { public async Task Go() { using var document = JsonDocument.Parse(await client.GetStringAsync("/v2/account")); await client.GetStringAsync(document.RootElement.GetProperty("links").GetString()!); } }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Image.Read)]
public static partial class Deck;
