// Policies and controllers as people also write them. Each calls what needs uptime:read; what has no mark is guarded, or may be, or is no endpoint.
using DoOAuth;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
builder.Services.AddControllers(o => { o.Filters.Add(new AuthorizeFilter(policy)); o.Filters.Add(new AuthorizeFilter()); o.Filters.Add(typeof(LogFilter)); o.Filters.Add(new ProducesAttribute("application/json")); });
builder.Services.AddAuthorization(o =>
{
    o.AddPolicy("req", p => p.Requirements.Add(new Req()));
    o.AddPolicy(P.Droplets, p => p.RequireClaim("scope", P.Scope));
    o.AddPolicy("own", Configure);
    o.AddPolicy("ext", p => p.RequireDroplets());
    o.FallbackPolicy = o.DefaultPolicy;
});
var app = builder.Build();
app.MapDeck();
app.MapControllers();
app.MapGet("/m1", (IDroplets d) => d.ListAsync()); // expect: DOO103 uptime:read
app.MapGet("/m2", [Authorize(Policy = P.Droplets)] (IDroplets d) => d.ListAsync());
app.MapGet("/m3", H.Get); // expect: DOO103 uptime:read
app.MapGet("/m4", H.GetGuarded);
app.Run();
static void Configure(AuthorizationPolicyBuilder p) => p.RequireClaim("scope", "uptime:read");
static class H { public static Task<string> Get(IDroplets d) => d.ListAsync(); [Authorize(P.Droplets)] public static Task<string> GetGuarded(IDroplets d) => d.ListAsync(); }
static class P { public const string Droplets = "droplets"; public const string Scope = "uptime:read"; public static AuthorizationPolicyBuilder RequireDroplets(this AuthorizationPolicyBuilder p) => p.RequireClaim("scope", "uptime:read"); }
public interface IDroplets { Task<string> ListAsync(); }
public class Droplets(DigitalOceanClient client) : IDroplets { public Task<string> ListAsync() => client.GetStringAsync("/v2/uptime/checks"); }
public class Req : IAuthorizationRequirement;
public class LogFilter : IActionFilter { public void OnActionExecuting(ActionExecutingContext c) { if (!c.ModelState.IsValid) c.Result = new BadRequestResult(); } public void OnActionExecuted(ActionExecutedContext c) { } }

[ApiController, Route("api/[controller]")]
public class DropletsController(IDroplets d, IAuthorizationService auth) : ControllerBase
{
    [HttpGet("0")] public Task<string> A0() => d.ListAsync(); // expect: DOO103 uptime:read
    [HttpGet("1"), Authorize("req")] public Task<string> A1() => d.ListAsync();
    [HttpGet("2"), Authorize(P.Droplets)] public Task<string> A2() => d.ListAsync();
    [HttpGet("3"), Authorize("own")] public Task<string> A3() => d.ListAsync();
    [HttpGet("4"), Authorize("ext")] public Task<string> A4() => d.ListAsync();
    [HttpGet("5"), Authorize(Roles = "x")] public Task<string> A5() => d.ListAsync(); // expect: DOO103 uptime:read
    [HttpGet("6")] public async Task<ActionResult<string>> A6() { try { return await d.ListAsync(); } catch (HttpRequestException) { return StatusCode(502); } } // expect: DOO103 uptime:read
    [HttpGet("7")] public async Task<ActionResult<string>> A7() { var may = (await auth.AuthorizeAsync(User, P.Droplets)).Succeeded; return may ? await d.ListAsync() : Forbid(); }
    [HttpGet("8")] public async IAsyncEnumerable<string> A8() { yield return await d.ListAsync(); } // expect: DOO103 uptime:read
    [HttpGet("9")] public ActionResult<string> A9() => Lazy().Result; // expect: DOO103 uptime:read
    [HttpPost("10"), ValidateAntiForgeryToken, Consumes("text/plain")] public async Task<IActionResult> A10([FromBody] string s, [FromServices] DigitalOceanClient c) => Ok(await c.PostAsync("/v2/uptime/checks", null)); // expect: DOO103 uptime:create
    Task<string> Lazy() => d.ListAsync();
    protected Task<string> Prot() => d.ListAsync();
    public static Task<string> Stat(IDroplets d) => d.ListAsync();
    public Task<string> Gen<T>() => d.ListAsync();
}
public static class Outer { public class NestedController(IDroplets d) : ControllerBase { [HttpGet("/n")] public Task<string> A() => d.ListAsync(); } }
public abstract class AbsController(IDroplets d) : ControllerBase { [HttpGet("/abs")] public Task<string> A() => d.ListAsync(); }
public abstract class VirtController : ControllerBase { [HttpGet, RequireScope(Scopes.Uptime.Read)] public abstract Task<string> V(); }
[Route("virt")] public class Virt1Controller(IDroplets d) : VirtController { public override Task<string> V() => d.ListAsync(); }
public interface IHandler { Task<string> Do(); }
public class DropletHandler(IDroplets d) : IHandler { public Task<string> Do() => d.ListAsync(); }
public class NoHandler : IHandler { public Task<string> Do() => Task.FromResult(""); }
[Route("g1")] public class G1Controller(IHandler h) : ControllerBase { [HttpGet] public Task<string> A() => h.Do(); } // expect: DOO103 uptime:read
[Route("g2")] public class G2Controller(NoHandler h) : ControllerBase { [HttpGet] public Task<string> A() => h.Do(); }
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Uptime.Read)]
[DigitalOceanScope(Scopes.Uptime.Create)]
public static partial class Deck;
