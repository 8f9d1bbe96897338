using DoOAuth;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddControllers();
var app = builder.Build();
app.MapDeck();
app.MapGroup("/a").RequireDropletRead().MapControllers();
app.MapGroup("/b").MapControllers();
app.Run();

// case: two groups, of which one has the guard
[Route("droplets")]
public class DropletsController(DigitalOceanClient client) : ControllerBase
{
    [HttpGet]
    public Task<string> List() => client.GetStringAsync("/v2/droplets"); // expect: DOO103 droplet:read

    [HttpGet("guarded")]
    [RequireScope(Scopes.Droplet.Read)]
    public Task<string> Guarded() => client.GetStringAsync("/v2/droplets");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
public static partial class Deck;
