using DoOAuth;
using System.Text.Json;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();

var app = builder.Build();
app.MapDeck();
app.Run();

// Paths of a file.
class FromFile(DigitalOceanClient client) { public async Task Go() { foreach (var path in await File.ReadAllLinesAsync("paths.txt")) { await client.GetStringAsync(path); } } }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Image.Read)]
public static partial class Deck;
