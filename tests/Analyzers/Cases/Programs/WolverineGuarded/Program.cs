using DoOAuth;
using Wolverine.Http;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapWolverineEndpoints(options => options.ConfigureEndpoints(endpoints => endpoints.RequireRegistryRead()));
app.Run();

// All endpoints have the guard.
public static class RegistryEndpoints
{
    [WolverineGet("/registries")]
    public static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/registries");

    // case: another scope
    [WolverineGet("/account")]
    public static Task<string> Account(DigitalOceanClient client) => client.GetStringAsync("/v2/account"); // expect: DOO103 account:read
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Registry.Read)]
public static partial class Deck;
