using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.SignalR;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddControllers();
builder.Services.AddSignalR();
builder.Services.AddScoped<IRegistries, Registries>();
builder.Services.AddAuthorizationBuilder().AddPolicy("images", policy => policy.RequireClaim("scope", "image:read"));
var app = builder.Build();
app.MapDeck();
app.MapControllers();
app.MapHub<BuildHub>("/hubs/builds");
app.MapHub<QuietHub>("/hubs/quiet").RequireRegistryRead();
app.Run();

public interface IRegistries { Task<string> ListAsync(CancellationToken cancel = default); Task CollectAsync(string name, CancellationToken cancel = default); }
public class Registries(DigitalOceanClient client) : IRegistries
{
    public Task<string> ListAsync(CancellationToken cancel = default) => client.GetStringAsync("/v2/registries", cancel);
    public async Task CollectAsync(string name, CancellationToken cancel = default) => (await client.PostAsync($"/v2/registries/{DigitalOceanPath.Segment(name)}/garbage-collection", null, cancel)).EnsureSuccessStatusCode();
}

// Actions and hubs as larger apps have them.

// case: a service of the action alone
[ApiController, Route("api/registries")]
public sealed class RegistriesController : ControllerBase
{
    [HttpGet]
    public async Task<ActionResult<string>> List([FromServices] IRegistries registries, CancellationToken cancel) => Ok(await registries.ListAsync(cancel)); // expect: DOO103 registry:read

    // case: an expression body with a pattern over the result
    [HttpPost("{name}/collect")]
    public async Task<IActionResult> Collect(string name, [FromServices] IRegistries registries) // expect: DOO103 registry:update
    {
        try
        {
            await registries.CollectAsync(name, HttpContext.RequestAborted);
            return Accepted();
        }
        catch (HttpRequestException exception) when (exception.StatusCode is System.Net.HttpStatusCode.NotFound)
        {
            return NotFound();
        }
    }

    // case: a protected helper of the class
    [HttpGet("names")]
    public Task<string> Names([FromServices] IRegistries registries) => Read(registries); // expect: DOO103 registry:read

    protected Task<string> Read(IRegistries registries) => registries.ListAsync();

    // case: NonAction
    [NonAction]
    public Task<string> Unreachable(IRegistries registries) => registries.ListAsync();

    // case: guarded by an attribute of the action
    [HttpGet("guarded"), RequireScope(Scopes.Registry.Read)]
    public Task<string> Guarded([FromServices] IRegistries registries) => registries.ListAsync();

    // case: guarded, and everybody let in
    [HttpGet("open"), RequireScope(Scopes.Registry.Read), AllowAnonymous]
    public Task<string> Open([FromServices] IRegistries registries) => registries.ListAsync(); // expect: DOO103 registry:read
}

// case: a base with a generic service and a virtual action
public abstract class CatalogController<TItem>(DigitalOceanClient client) : ControllerBase where TItem : ICatalogued
{
    protected DigitalOceanClient Client { get; } = client;
    [HttpGet] public virtual async Task<IActionResult> All() => Content(await Client.GetStringAsync($"/v2/{TItem.Root}")); // expect: DOO103 image:read
    [HttpGet("count")] public virtual int Count() => 0;
}

public interface ICatalogued { static abstract string Root { get; } }
public class Image : ICatalogued { public static string Root => "images"; }
[Route("images")] public class ImagesController(DigitalOceanClient client) : CatalogController<Image>(client); // or: DOO103

// case: an override that makes no call, and one that is guarded
public class Offer : ICatalogued { public static string Root => "1-clicks"; }
[Route("offers")] public class OffersController(DigitalOceanClient client) : CatalogController<Offer>(client) { public override int Count() => 1; }

// case: an async stream of results
[Route("stream")]
public class StreamController(DigitalOceanClient client) : Controller
{
    [HttpGet("images")]
    public async IAsyncEnumerable<string> Images([EnumeratorCancellation] CancellationToken cancel) // expect: DOO103 image:read
    {
        foreach (var page in Enumerable.Range(1, 3))
        {
            yield return await client.GetStringAsync($"/v2/images?page={page}", cancel);
        }
    }
}

// case: a resource filter that asks, on the class
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ScopedAttribute(string scope) : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (!context.HttpContext.User.HasClaim("scope", scope))
        {
            context.Result = new ForbidResult();
            return;
        }

        await next();
    }
}

[Route("scoped"), Scoped(Scopes.Image.Read)]
public class ScopedController(DigitalOceanClient client) : ControllerBase
{
    [HttpGet] public Task<string> All() => client.GetStringAsync("/v2/images");
    [HttpDelete("{id:long}")] public Task Drop(long id) => client.DeleteAsync($"/v2/images/{id}"); // expect: DOO103 image:delete
    [HttpDelete("{id:long}/safe"), Scoped(Scopes.Image.Delete)] public Task DropSafely(long id) => client.DeleteAsync($"/v2/images/{id}");
}

// case: a policy on the class, an action that asks by itself
[Authorize("images"), Route("policy")]
public class PolicyController(DigitalOceanClient client, DigitalOceanUser user) : ControllerBase
{
    [HttpGet] public Task<string> All() => client.GetStringAsync("/v2/images?type=distribution");
    [HttpDelete("{id:long}")] public async Task<IActionResult> Drop(long id) { if (user.HasScope(Scopes.Image.Delete)) { await client.DeleteAsync($"/v2/images/{id}"); return NoContent(); } return Forbid(); }
    [HttpPost("{id:long}/drop")] public async Task<IActionResult> DropAnyway(long id) { await client.DeleteAsync($"/v2/images/{id}"); return NoContent(); } // expect: DOO103 image:delete
}

// case: two verbs on a method, a route on the method only
public class MixedController(IRegistries registries) : ControllerBase { [AcceptVerbs("GET", "HEAD", Route = "mixed")] public Task<string> Mixed() => registries.ListAsync(); } // expect: DOO103 registry:read

// case: a controller that takes the user apart before it calls
[Route("patterns")]
public class PatternController(DigitalOceanClient client) : ControllerBase
{
    [HttpGet] public async Task<IActionResult> Get([FromServices] DigitalOceanUser? user) => user switch { null => Unauthorized(), { } known when known.HasScope(Scopes.Image.Read) => Content(await client.GetStringAsync("/v2/images")), _ => Forbid() };
}

// case: a hub with a stream, a group and a call
public class BuildHub(IRegistries registries, DigitalOceanClient client) : Hub
{
    public Task Join(string name) => Groups.AddToGroupAsync(Context.ConnectionId, name);

    public async IAsyncEnumerable<string> Watch([EnumeratorCancellation] CancellationToken cancel) // expect: DOO103 registry:read
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        while (await timer.WaitForNextTickAsync(cancel))
        {
            yield return await registries.ListAsync(cancel);
        }
    }

    [RequireScope(Scopes.Image.Delete)]
    public Task Drop(long id) => client.DeleteAsync($"/v2/images/{id}");

    public Task Collect(string name) => registries.CollectAsync(name); // expect: DOO103 registry:update
}

// case: a hub that is guarded where it is mapped
public class QuietHub(IRegistries registries) : Hub { public async Task List() => await Clients.All.SendAsync("all", await registries.ListAsync()); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Registry.Read)]
[DigitalOceanScope(Scopes.Registry.Update)]
[DigitalOceanScope(Scopes.Image.Read)]
[DigitalOceanScope(Scopes.Image.Delete)]
public static partial class Deck;
