using DoOAuth;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddControllers();
builder.Services.AddRazorPages();
builder.Services.AddSignalR();
builder.Services.AddRazorComponents();
var app = builder.Build();
app.MapDeck();
app.MapControllers();
app.MapRazorPages();
app.MapRazorComponents<CertificateView>();
app.MapHub<CertificateHub>("/hub");
app.MapHub<GuardedHub>("/hub2").RequireCertificateRead();

// Endpoints in the ways that people map them. Most read certificates.

// case: a typed result with a static handler in a class of handlers
var v1 = app.MapGroup("/v1");
v1.MapGet("/certificates", CertificateHandlers.List); // expect: DOO103 certificate:read
v1.MapGet("/certificates/{id}", CertificateHandlers.One).RequireCertificateRead();
v1.MapDelete("/certificates/{id}", CertificateHandlers.Drop).RequireCertificateRead(); // expect: DOO103 certificate:delete

// case: extension blocks
app.MapCertificates(); // or: DOO103 #block

// case: MapMethods, Map and a fallback
app.MapMethods("/m", ["GET", "HEAD"], (DigitalOceanClient client) => client.GetStringAsync("/v2/certificates")); // expect: DOO103 certificate:read
app.Map("/m2", async context => await context.Response.WriteAsync(await context.RequestServices.GetRequiredService<DigitalOceanClient>().GetStringAsync("/v2/certificates"))); // expect: DOO103 certificate:read
app.MapFallback((DigitalOceanClient client) => client.GetStringAsync("/v2/certificates")); // expect: DOO103 certificate:read

// case: a delegate in a local, a field and a method's result
Func<DigitalOceanClient, Task<string>> read = client => client.GetStringAsync("/v2/certificates");
app.MapGet("/d", read); // expect: DOO103 certificate:read
app.MapGet("/d2", Handlers.Field); // expect: DOO103 certificate:read
app.MapGet("/d3", Handlers.Make("certificates")); // expect: DOO103 certificate:read
app.MapGet("/d3p", Handlers.Make("account")); // expect: DOO103 account:read #made

// case: an array of endpoints that map themselves
IModule[] modules = [new Open(), new Shut()];
foreach (var module in modules)
{
    module.Map(app.MapGroup("/modules"));
}

// case: a health check that calls: no endpoint of the user's
app.MapGet("/health", () => Results.Ok());

// case: UseWhen, a branch
app.MapWhen(context => context.Request.Path == "/branch", branch => branch.Run(async context => await context.Response.WriteAsync(await context.RequestServices.GetRequiredService<DigitalOceanClient>().GetStringAsync("/v2/certificates")))); // undecidable: DOO103

// case: server-sent events
app.MapGet("/sse", (DigitalOceanClient client, CancellationToken cancel) => TypedResults.ServerSentEvents(Poll(client, cancel))); // expect: DOO103 certificate:read
static async IAsyncEnumerable<string> Poll(DigitalOceanClient client, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel) { while (!cancel.IsCancellationRequested) { yield return await client.GetStringAsync("/v2/certificates", cancel); } }
app.Run();

static class CertificateHandlers
{
    public static async Task<Ok<string>> List(DigitalOceanClient client, CancellationToken cancel) => TypedResults.Ok(await client.GetStringAsync("/v2/certificates", cancel));
    public static async Task<Results<Ok<string>, NotFound>> One(Guid id, DigitalOceanClient client) { using var response = await client.GetAsync($"/v2/certificates/{id}"); return response.IsSuccessStatusCode ? TypedResults.Ok(await response.Content.ReadAsStringAsync()) : TypedResults.NotFound(); }
    public static async Task<NoContent> Drop(Guid id, DigitalOceanClient client) { (await client.DeleteAsync($"/v2/certificates/{id}")).EnsureSuccessStatusCode(); return TypedResults.NoContent(); }
}

static class Blocks { extension(IEndpointRouteBuilder routes) { public void MapCertificates() => routes.MapGet("/block", (DigitalOceanClient client) => client.GetStringAsync("/v2/certificates")); } } // expect: DOO103 certificate:read #block
static class Handlers { public static readonly Delegate Field = (DigitalOceanClient client) => client.GetStringAsync("/v2/certificates"); public static Delegate Make(string what) => (DigitalOceanClient client) => client.GetStringAsync($"/v2/{what}"); }
interface IModule { void Map(IEndpointRouteBuilder routes); }
sealed class Open : IModule { public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/open", (DigitalOceanClient client) => client.GetStringAsync("/v2/certificates")); } // expect: DOO103 certificate:read
sealed class Shut : IModule { public void Map(IEndpointRouteBuilder routes) { var group = routes.MapGroup("/shut").RequireCertificateRead(); group.MapGet("/", (DigitalOceanClient client) => client.GetStringAsync("/v2/certificates")); } }

// case: controllers
[ApiController, Microsoft.AspNetCore.Mvc.Route("api/[controller]")]
public class CertificatesController(DigitalOceanClient client) : ControllerBase
{
    [HttpGet] public async Task<ActionResult<string>> List() => Ok(await client.GetStringAsync("/v2/certificates")); // expect: DOO103 certificate:read #list
    [HttpGet("{id}"), RequireScope(Scopes.Certificate.Read)] public Task<string> One(Guid id) => client.GetStringAsync($"/v2/certificates/{id}");
    [HttpDelete("{id}"), RequireScope(Scopes.Certificate.Read)] public Task Drop(Guid id) => client.DeleteAsync($"/v2/certificates/{id}"); // expect: DOO103 certificate:delete #drop
    [NonAction] public Task<string> NotAnAction() => client.GetStringAsync("/v2/certificates");
    [HttpGet("me")] public Task<string> Me() => client.GetStringAsync("/v2/account"); // expect: DOO103 account:read #me
}

[RequireScope(Scopes.Certificate.Read)] public abstract class GuardedController : Controller;
public class DerivedController(DigitalOceanClient client) : GuardedController { public async Task<IActionResult> Index() => Content(await client.GetStringAsync("/v2/certificates")); }

// case: a filter of MVC that calls
public class CertificateFilter(DigitalOceanClient client) : IAsyncActionFilter { public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next) { context.HttpContext.Items["x"] = await client.GetStringAsync("/v2/certificates"); await next(); } }
[ServiceFilter<CertificateFilter>] public class FilteredController : Controller { public IActionResult Index() => Ok(); } // undecidable: DOO103

// case: Razor pages
public class ListModel(DigitalOceanClient client) : PageModel { public string Text { get; private set; } = ""; public async Task OnGetAsync() => Text = await client.GetStringAsync("/v2/certificates"); public void OnPost() { } } // undecidable: DOO103

// case: hubs
public class CertificateHub(DigitalOceanClient client) : Hub { public Task<string> List() => client.GetStringAsync("/v2/certificates"); public Task Ping() => Task.CompletedTask; } // expect: DOO103 certificate:read
public class GuardedHub(DigitalOceanClient client) : Hub { public Task<string> List() => client.GetStringAsync("/v2/certificates"); }

// case: components in C#
[Microsoft.AspNetCore.Components.Route("/c")] public class CertificateView : ComponentBase { [Inject] public DigitalOceanClient Client { get; set; } = null!; private string? _text; protected override async Task OnParametersSetAsync() => _text = await Client.GetStringAsync("/v2/certificates"); } // expect: DOO103 certificate:read
[Microsoft.AspNetCore.Components.Route("/d"), RequireScope(Scopes.Certificate.Read)] public class GuardedView : ComponentBase { [Inject] public DigitalOceanClient Client { get; set; } = null!; protected override Task OnInitializedAsync() => Client.GetStringAsync("/v2/certificates"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)]
[DigitalOceanScope(Scopes.Certificate.Delete)]
public static partial class Deck;
