using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
var api = app.MapGroup("/api").RequireSshKeyRead();
api.MapGet("/0/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{id}")); // expect: DOO106
api.MapGet("/t/{id}", (string id, DigitalOceanClient client) => { TextGuard.ThrowIfUnsafe(id); return client.GetStringAsync($"/v2/account/keys/{id}"); });
api.MapGet("/u/{id}", (string id, DigitalOceanClient client) => Known.Names.TryGetValue(id, out _) ? client.GetStringAsync($"/v2/account/keys/{id}") : Task.FromResult(""));
api.MapGet("/v/{id}", (string id, DigitalOceanClient client) => { foreach (var letter in id) { if (!char.IsAsciiLetter(letter)) return Task.FromResult(""); } return client.GetStringAsync($"/v2/account/keys/{id}"); });
app.Run();

// case: checks
static class TextGuard { public static void ThrowIfUnsafe(string text) { if (text.Contains('.')) throw new ArgumentException(text); } }
static class Known { public static readonly Dictionary<string, int> Names = new() { ["a"] = 1 }; }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.SshKey.Read)]
public static partial class Deck;
