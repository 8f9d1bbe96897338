using DoOAuth;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.Mvc.RazorPages;

// Controllers and hubs as people also write them. Each calls what needs project:read; what has no mark is guarded, or may be.
var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddControllers();
builder.Services.AddAuthorizationBuilder().AddPolicy("d", p => p.RequireClaim("scope", "project:read")).AddPolicy("s", p => p.RequireRole("x"));
var app = builder.Build();
app.MapDeck();
app.UseRouting();
app.MapControllerRoute("x", "{controller}/{action}").RequireProjectRead();
app.UseEndpoints(e => { e.MapHub<H1>("/h1").RequireProjectRead(); var h2 = e.MapHub<H2>("/h2"); h2.RequireProjectRead(); var h3 = e.MapHub<H3>("/h3"); if (app.Environment.IsDevelopment()) h3.RequireProjectRead(); e.MapHub<H4>("/h4").Secured(); e.MapHub<H5>("/h5").Add(b => b.Metadata.Add(new RequireScopeAttribute(Scopes.Project.Read))); e.MapHub<H6>("/h6").RequireAuthorization("d"); e.MapHub<H7>("/h7").RequireAuthorization("s"); });
app.MapRazorPages().RequireProjectRead();
app.Run();

static class X { public static T Secured<T>(this T b) where T : IEndpointConventionBuilder => b.RequireProjectRead(); }
public abstract class HB(IDroplets d) : Hub { protected IDroplets D => d; }
public class H1(IDroplets d) : HB(d) { public Task<string> L() => D.ListAsync(); }
public class H2(IDroplets d) : HB(d) { public Task<string> L() => D.ListAsync(); }
public class H3(IDroplets d) : HB(d) { public Task<string> L() => D.ListAsync(); } // expect: DOO103 project:read
public class H4(IDroplets d) : HB(d) { public Task<string> L() => D.ListAsync(); }
public class H5(IDroplets d) : HB(d) { public Task<string> L() => D.ListAsync(); }
public class H6(IDroplets d) : HB(d) { public Task<string> L() => D.ListAsync(); [Authorize("s")] public Task<string> L2() => D.ListAsync(); }
public class H7(IDroplets d) : HB(d) { public Task<string> L() => D.ListAsync(); // expect: DOO103 project:read
  [Authorize("d")] public Task<string> L2() => D.ListAsync(); }

public interface IDroplets { Task<string> ListAsync(); }
public class Droplets(DigitalOceanClient client) : IDroplets { public Task<string> ListAsync() => client.GetStringAsync("/v2/projects"); }
public interface ISvc { Task<string> All(); }
public class Svc1(DigitalOceanClient client) : ISvc { public Task<string> All() => client.GetStringAsync("/v2/projects"); }
public class Svc2 : ISvc { public Task<string> All() => Task.FromResult(""); }
[Route("c/[controller]")]
public abstract class Crud<T>(T s) : ControllerBase where T : ISvc { [HttpGet] public Task<string> All() => s.All(); }
public class OneController(Svc1 s) : Crud<Svc1>(s); // expect: DOO103 project:read
public class TwoController(Svc2 s) : Crud<Svc2>(s);
[RequireScope(Scopes.Project.Read)] public class ThreeController(Svc1 s) : Crud<Svc1>(s);

// conventional: guarded by the route
public class ConvController(IDroplets d) : Controller { public Task<string> Index() => d.ListAsync(); }
// attribute-routed: not guarded
public class AttrController(IDroplets d) : Controller { [HttpGet("/attr")] public Task<string> Index() => d.ListAsync(); } // expect: DOO103 project:read

[ApiController, Route("b")]
public class BodyController : ControllerBase
{
    private readonly IDroplets _d; private readonly IAuthorizationService _a;
    public BodyController(IDroplets d, IAuthorizationService a) { _d = d; _a = a; }
    bool May() => User.HasClaim("scope", Scopes.Project.Read);
    private bool CanRead => User.HasClaim(c => c.Type == "scope");
    [HttpGet("1")] public async Task<IActionResult> A1() { if (!May()) return Forbid(); return Ok(await _d.ListAsync()); }
    [HttpGet("2")] public async Task<IActionResult> A2() { if (!CanRead) return Forbid(); return Ok(await _d.ListAsync()); }
    [HttpGet("3")] public async Task<IActionResult> A3([FromServices] DigitalOceanUser user) { Demand(user); return Ok(await _d.ListAsync()); }
    [HttpGet("4")] public async Task<IActionResult> A4() { var r = await _a.AuthorizeAsync(User, "d"); if (!r.Succeeded) return Forbid(); return Ok(await _d.ListAsync()); }
    [HttpGet("5")] public async Task<IActionResult> A5() { if (!(await _a.AuthorizeAsync(User, "s")).Succeeded) return Forbid(); return Ok(await _d.ListAsync()); } // expect: DOO103 project:read
    [HttpGet("6")] public async Task<IActionResult> A6() { if (!(await _a.AuthorizeAsync(User, null, new Req())).Succeeded) return Forbid(); return Ok(await _d.ListAsync()); }
    [HttpGet("7"), Own] public async Task<IActionResult> A7() => Ok(await _d.ListAsync());
    [HttpGet("8"), Fake.RequireScope("project:read")] public async Task<IActionResult> A8() => Ok(await _d.ListAsync()); // expect: DOO103 project:read
    [HttpGet("9"), Conv] public async Task<IActionResult> A9() => Ok(await _d.ListAsync());
    [HttpGet("10"), ServiceFilter<AskFilter>] public async Task<IActionResult> A10() => Ok(await _d.ListAsync());
    [HttpGet("11"), SkipStatusCodePages, ResponseCache(NoStore = true), ServiceFilter(typeof(AskFilter))] public async Task<IActionResult> A11() => Ok(await _d.ListAsync());
    [HttpGet("12")] public async Task<IActionResult> A12([FromServices] DigitalOceanUser user) { user.Demand2(Scopes.Project.Read); return Ok(await _d.ListAsync()); }
    [HttpGet("23")] public async Task<IActionResult> A23() { if (!User.HasClaim(c => c.Type == "scope" && c.Value == "account:read")) return Forbid(); return Ok(await _d.ListAsync()); } // expect: DOO103 project:read
    [HttpGet("24")] public async Task<IActionResult> A24() => User.FindAll("scope").Any(c => c.Value == "project:read") ? Ok(await _d.ListAsync()) : Forbid();
    [HttpGet("13")] public Task<string> A13() => Helper(); // expect: DOO103 project:read
    private async Task<string> Helper() => await _d.ListAsync();
    [HttpGet("14")] public IActionResult A14() => new PushResult(_d); // expect: DOO103 project:read
    [HttpGet("15")] public async Task<IActionResult> A15([FromServices] DigitalOceanUser user) { if (!Can(user, Scopes.Project.Read)) return Forbid(); return Ok(await _d.ListAsync()); }
    [HttpGet("16")] public async Task<IActionResult> A16([FromServices] DigitalOceanUser user) { if (!Can(user, Scopes.Account.Read)) return Forbid(); return Ok(await _d.ListAsync()); } // expect: DOO103 project:read
    [HttpGet("17")] public async Task<IActionResult> A17([FromServices] DigitalOceanUser user) { if (!await CanAsync(user, Scopes.Project.Read)) return Forbid(); return Ok(await _d.ListAsync()); }
    [HttpGet("18")] public async Task<IActionResult> A18([FromServices] DigitalOceanUser user) { await user.DemandAsync(Scopes.Project.Read); return Ok(await _d.ListAsync()); }
    [HttpGet("19")] public async Task<IActionResult> A19([FromServices] DigitalOceanUser user) { await user.DemandAsync(Scopes.Account.Read); return Ok(await _d.ListAsync()); } // expect: DOO103 project:read
    [HttpGet("20")] public async Task<IActionResult> A20([FromServices] Acc acc) { acc.Demand(); return Ok(await _d.ListAsync()); }
    [HttpGet("21")] public async Task<IActionResult> A21([FromServices] Acc acc) { acc.Need(Scopes.Project.Read); return Ok(await _d.ListAsync()); }
    [HttpGet("22")] public async Task<IActionResult> A22([FromServices] Acc acc) { return acc.Has("project:read") ? Ok(await _d.ListAsync()) : Forbid(); }
    static bool Can(DigitalOceanUser user, string scope) => user.HasScope(scope);
    static async Task<bool> CanAsync(DigitalOceanUser user, string scope) { await Task.Yield(); return user.HasScope(scope); }
    static void Demand(DigitalOceanUser user) { if (!user.HasScope(Scopes.Project.Read)) throw new InvalidOperationException(); }
}
public class Acc(DigitalOceanUser user) { public void Demand() { if (!user.HasScope(Scopes.Project.Read)) throw new InvalidOperationException(); } public void Need(string s) { if (!user.HasScope(s)) throw new InvalidOperationException(); } public bool Has(string s) => user.HasScope(s); }
static class DemandExtensions { public static async Task DemandAsync(this DigitalOceanUser user, string scope) { await Task.Yield(); if (!user.HasScope(scope)) { throw new InvalidOperationException(); } } public static void Demand2(this DigitalOceanUser user, string scope) { if (!user.HasScope(scope)) throw new InvalidOperationException(); } }
public class PushResult(IDroplets d) : IActionResult { public async Task ExecuteResultAsync(ActionContext c) => await d.ListAsync(); }
public class AskFilter(DigitalOceanUser user) : IAsyncAuthorizationFilter { public Task OnAuthorizationAsync(AuthorizationFilterContext c) { if (!user.HasScope(Scopes.Project.Read)) c.Result = new ForbidResult(); return Task.CompletedTask; } }
public class OwnAttribute : AuthorizeAttribute { public OwnAttribute() => Policy = "d"; }
public class ConvAttribute : Attribute, Microsoft.AspNetCore.Mvc.ApplicationModels.IActionModelConvention { public void Apply(Microsoft.AspNetCore.Mvc.ApplicationModels.ActionModel a) => a.Filters.Add(new AsyncGuard()); }
public class AsyncGuard : IFilterMetadata;
public class Req : IAuthorizationRequirement;
public class VModel(IDroplets d) : PageModel { public async Task OnGetAsync() => await d.ListAsync(); }
namespace Fake { public class RequireScopeAttribute(string s) : Attribute { public string S => s; } }
public class Worker(IDroplets d) : BackgroundService { protected override Task ExecuteAsync(CancellationToken c) => d.ListAsync(); }
public class ListViewComponent(IDroplets d) : ViewComponent { public async Task<string> InvokeAsync() => await d.ListAsync(); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
