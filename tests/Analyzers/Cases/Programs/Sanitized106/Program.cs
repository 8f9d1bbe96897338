using System.Text.RegularExpressions;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
var api = app.MapGroup("/api").RequireSshKeyRead();
api.MapGet("/0/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{id}")); // expect: DOO106
api.MapGet("/a/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{Keys.Safe(id)}"));
api.MapGet("/b/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{new Fingerprint(id).Value}"));
api.MapGet("/c/{id}", (string id, DigitalOceanClient client) => { var key = Fingerprint.Create(id); return client.GetStringAsync($"/v2/account/keys/{key.Value}"); });
api.MapGet("/d/{id}", (string id, DigitalOceanClient client) => { var key = new Record(id); return client.GetStringAsync($"/v2/account/keys/{key.Value}"); });
app.Run();

// case: the text is checked by the helper or the value object that it comes from
static class Keys { public static string Safe(string text) { if (!Regex.IsMatch(text, "^[0-9a-f]+$")) throw new ArgumentException(text); return text; } }
class Fingerprint
{
    public Fingerprint(string value) { if (!Regex.IsMatch(value, "^[0-9a-f]+$")) throw new ArgumentException(value); Value = value; }
    public string Value { get; }
    public static Fingerprint Create(string value) => new(value);
}
record Record(string Value) { public string Value { get; } = Regex.IsMatch(Value, "^[0-9a-f]+$") ? Value : throw new ArgumentException(Value); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.SshKey.Read)]
public static partial class Deck;
