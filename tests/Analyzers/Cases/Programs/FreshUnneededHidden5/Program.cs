using DoOAuth;
using System.Text.Json;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();

var app = builder.Build();
app.MapDeck();
app.Run();

// Middleware that passes on what comes in.
class Relay(RequestDelegate next) { public async Task InvokeAsync(HttpContext context, DigitalOceanClient client) { if (context.Request.Path.StartsWithSegments("/api", out var rest)) { using var answer = await client.GetAsync("/v2" + rest); await answer.Content.CopyToAsync(context.Response.Body); return; } await next(context); } }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Image.Read)]
public static partial class Deck;
