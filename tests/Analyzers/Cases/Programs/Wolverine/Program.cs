using DoOAuth;
using Microsoft.AspNetCore.Authorization;
using Wolverine.Http;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapWolverineEndpoints();
app.Run();

// Endpoints of Wolverine.Http. Each makes a call that needs registry:read.
public interface IRegistries { Task<string> ListAsync(); }
public class Registries(DigitalOceanClient client) : IRegistries { public Task<string> ListAsync() => client.GetStringAsync("/v2/registries"); }

public static class RegistryEndpoints
{
    // case: no guard
    [WolverineGet("/registries")]
    public static Task<string> List(IRegistries registries) => registries.ListAsync(); // expect: DOO103 registry:read

    // case: a guard
    [WolverineGet("/guarded")]
    [RequireScope(Scopes.Registry.Read)]
    public static Task<string> Guarded(IRegistries registries) => registries.ListAsync();

    // case: only signed in
    [WolverinePost("/signed-in")]
    [Authorize]
    public static Task<string> SignedIn(IRegistries registries) => registries.ListAsync(); // expect: DOO103 registry:read

    // case: asked in the body
    [WolverineGet("/asked")]
    public static async Task<string> Asked(IRegistries registries, DigitalOceanUser user) => user.HasScope(Scopes.Registry.Read) ? await registries.ListAsync() : "";

    // case: no endpoint
    public static Task<string> Fetch(IRegistries registries) => registries.ListAsync();
}

// case: guarded as a class, and not static
[RequireScope(Scopes.Registry.Read)]
public class GuardedEndpoint(DigitalOceanClient client)
{
    [WolverineGet("/instance")]
    public Task<string> Get() => client.GetStringAsync("/v2/registries");
}

// case: a method that runs before and asks
public static class CheckedEndpoint
{
    public static IResult Validate(DigitalOceanUser user) => user.HasScope(Scopes.Registry.Read) ? Results.Empty : Results.Forbid();

    [WolverineGet("/checked")]
    public static Task<string> Get(IRegistries registries) => registries.ListAsync();
}

// case: a method that runs before and calls
public static class LoadingEndpoint
{
    public static Task<string> LoadAsync(IRegistries registries) => registries.ListAsync(); // expect: DOO103 registry:read

    [WolverineGet("/loading")]
    public static string Get(string loaded) => loaded;
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Registry.Read)]
public static partial class Deck;
