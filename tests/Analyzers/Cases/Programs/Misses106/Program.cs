using System.Text.Encodings.Web;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
var api = app.MapGroup("/api").RequireSshKeyRead();
api.MapGet("/a/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{UrlEncoder.Default.Encode(id)}")); // expect: DOO106
api.MapGet("/b", (HttpRequest request, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{request.Headers.UserAgent}")); // expect: DOO106
api.MapGet("/c/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{id,-3}")); // expect: DOO106
api.MapGet("/d/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync("/v2/account/keys/" + System.Web.HttpUtility.UrlPathEncode(id))); // expect: DOO106
api.MapGet("/e/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync("/v2/account/keys/" + Uri.EscapeDataString("key-" + id).ToLower()));
api.MapPost("/f", (List<string> ids, DigitalOceanClient client) => Task.WhenAll(ids.Select(id => client.GetStringAsync($"/v2/account/keys/{id}")))); // expect: DOO106
api.MapGet("/g/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync(string.Join('/', "/v2/account/keys", id))); // expect: DOO106
api.MapGet("/h/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync(string.Join('/', new[] { "", "v2", "account", "keys", id }))); // expect: DOO106
api.MapGet("/i", (HttpContext context, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{context.Request.Query["id"].ToString()}")); // expect: DOO106
api.MapGet("/j", (HttpContext context, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{context.Request.Query["id"].FirstOrDefault() ?? "x"}")); // expect: DOO106
api.MapGet("/k/{id}", (string? id, DigitalOceanClient client) => { ArgumentException.ThrowIfNullOrWhiteSpace(id); return client.GetStringAsync($"/v2/account/keys/{id}"); }); // expect: DOO106
api.MapGet("/l/{id}", (string id, DigitalOceanClient client, ILogger<Program> logger) => { if (id == string.Empty) return Task.FromResult(""); if (id.StartsWith("key-")) logger.LogInformation("{Id}", id); return client.GetStringAsync($"/v2/account/keys/{id}"); });
app.Run();

// case: texts

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.SshKey.Read)]
public static partial class Deck;
