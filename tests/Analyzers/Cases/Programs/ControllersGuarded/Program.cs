using DoOAuth;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddControllersWithViews();
var app = builder.Build();
app.MapDeck();
app.MapApi();
app.Run();

// The guard is where all controllers are mapped, on a group of a method that is called with it.
static class Maps
{
    public static void MapApi(this WebApplication app) => Map(app.MapGroup("/api").RequireDatabaseRead());

    private static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapControllers();
        routes.MapControllerRoute("default", "{controller}/{action}");
    }
}

// case: guarded where it is mapped
[Route("databases")]
public class DatabasesController(DigitalOceanClient client) : ControllerBase
{
    [HttpGet]
    public Task<string> List() => client.GetStringAsync("/v2/databases");

    // case: everybody let in
    [HttpGet("open")]
    [AllowAnonymous]
    public Task<string> Open() => client.GetStringAsync("/v2/databases"); // expect: DOO103 database:read

    // case: another scope
    [HttpGet("keys")]
    public Task<string> Keys() => client.GetStringAsync("/v2/account/keys"); // expect: DOO103 ssh_key:read
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Database.Read)]
[DigitalOceanScope(Scopes.SshKey.Read)]
public static partial class Deck;
