using DoOAuth;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddControllers(options => options.Filters.Add<Timed>());
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("databases", policy => policy.RequireClaim("scope", Scopes.Database.Read))
    .AddPolicy("staff", policy => policy.RequireAuthenticatedUser().RequireRole("staff"));
builder.Services.AddAuthorization(options => options.AddPolicy("asserted", policy => policy.RequireAssertion(context => context.User.HasClaim("scope", "database:read"))));
var app = builder.Build();
app.MapDeck();
app.MapControllers();
app.Run();

// Actions of controllers. Each makes a call that needs database:read.
public interface IDatabases { Task<string> ListAsync(); }
public class Databases(DigitalOceanClient client) : IDatabases { public Task<string> ListAsync() => client.GetStringAsync("/v2/databases"); }

// case: no guard
[ApiController]
[Route("plain")]
public class PlainController(DigitalOceanClient client) : ControllerBase
{
    [HttpGet]
    public async Task<IActionResult> List() => Ok(await client.GetStringAsync("/v2/databases")); // expect: DOO103 database:read

    // case: another action, with a guard
    [HttpGet("guarded")]
    [RequireScope(Scopes.Database.Read)]
    public Task<string> Guarded() => client.GetStringAsync("/v2/databases");

    // case: not an action
    [NonAction]
    public Task<string> Load() => client.GetStringAsync("/v2/databases");

    // case: an action that calls what is none
    [HttpGet("indirect")]
    public Task<string> Indirect() => Load(); // expect: DOO103 database:read

    // case: private, and nobody calls it
    private Task<string> Unused() => client.GetStringAsync("/v2/databases");

    // case: no call
    [HttpGet("version")]
    public string Version() => "1";

    // case: asked in the body
    [HttpGet("asked")]
    public async Task<IActionResult> Asked([FromServices] DigitalOceanUser user)
    {
        if (!user.HasScope(Scopes.Database.Read))
        {
            return Forbid();
        }

        return Ok(await client.GetStringAsync("/v2/databases"));
    }

    // case: asked by a claim
    [HttpGet("claim")]
    public async Task<IActionResult> Claim() => User.HasClaim("scope", "database:read") ? Ok(await client.GetStringAsync("/v2/databases")) : Forbid();

    // case: a policy with the scope
    [HttpGet("policy")]
    [Authorize(Policy = "databases")]
    public Task<string> ByPolicy() => client.GetStringAsync("/v2/databases");

    // case: a policy with an assertion
    [HttpGet("asserted")]
    [Authorize("asserted")]
    public Task<string> ByAssertion() => client.GetStringAsync("/v2/databases");

    // case: a policy that says nothing of scopes
    [HttpGet("staff")]
    [Authorize(Policy = "staff")]
    public Task<string> ByRole() => client.GetStringAsync("/v2/databases"); // expect: DOO103 database:read

    // case: only signed in
    [HttpGet("signed-in")]
    [Authorize]
    public Task<string> SignedIn() => client.GetStringAsync("/v2/databases"); // expect: DOO103 database:read

    // case: a policy from elsewhere
    [HttpGet("unknown")]
    [Authorize("from-elsewhere")]
    public Task<string> Unknown() => client.GetStringAsync("/v2/databases");

    // case: a guard, and everybody let in
    [HttpGet("open")]
    [RequireScope(Scopes.Database.Read)]
    [AllowAnonymous]
    public Task<string> Open() => client.GetStringAsync("/v2/databases"); // expect: DOO103 database:read

    // case: a filter that asks
    [HttpGet("filtered")]
    [AsksFirst]
    public Task<string> Filtered() => client.GetStringAsync("/v2/databases");

    // case: a filter that refuses by a result
    [HttpGet("refused")]
    [Refuses]
    public Task<string> Refused() => client.GetStringAsync("/v2/databases");

    // case: a filter that asks for another scope
    [HttpGet("other")]
    [AsksForOther]
    public Task<string> Other() => client.GetStringAsync("/v2/databases"); // expect: DOO103 database:read

    // case: a filter that is told the scope
    [HttpGet("told")]
    [Needs(Scopes.Database.Read)]
    public Task<string> Told() => client.GetStringAsync("/v2/databases");

    // case: a filter by its type
    [HttpGet("typed")]
    [TypeFilter(typeof(AsksFirstAttribute))]
    public Task<string> Typed() => client.GetStringAsync("/v2/databases");

    // case: a filter that does something else
    [HttpGet("timed")]
    [TypeFilter(typeof(Timed))]
    public Task<string> ByTimed() => client.GetStringAsync("/v2/databases"); // expect: DOO103 database:read
}

// case: guarded as a whole
[RequireScope(Scopes.Database.Read)]
public class WholeController(IDatabases databases) : Controller
{
    public async Task<IActionResult> Index() => View(model: await databases.ListAsync());
}

// case: a service behind an interface, by convention
public class ServiceController(IDatabases databases) : Controller
{
    public async Task<IActionResult> Index() => View(model: await databases.ListAsync()); // expect: DOO103 database:read
}

// case: a controller without the suffix or the base
[Controller]
public class Listing(IDatabases databases)
{
    [HttpGet("listing")]
    public Task<string> Get() => databases.ListAsync(); // expect: DOO103 database:read
}

// case: a plain class with the suffix
public class BareController
{
    [HttpGet("bare")]
    public Task<string> Get([FromServices] IDatabases databases) => databases.ListAsync(); // expect: DOO103 database:read
}

// case: no controller
[NonController]
public class NoController(IDatabases databases) : ControllerBase
{
    public Task<string> Get() => databases.ListAsync();
}

// case: an internal class is no controller
internal class HiddenController(IDatabases databases) : ControllerBase
{
    public Task<string> Get() => databases.ListAsync();
}

// case: an action of a base class
public abstract class ListController(IDatabases databases) : ControllerBase
{
    [HttpGet]
    public Task<string> List() => databases.ListAsync(); // expect: DOO103 database:read
}

[Route("inherited")]
public class InheritedController(IDatabases databases) : ListController(databases);

// case: a base class whose derived classes are guarded, but for one
public abstract class MixedController(IDatabases databases) : ControllerBase
{
    [HttpGet]
    public Task<string> List() => databases.ListAsync(); // or: DOO103
}

[Route("first")]
[RequireScope(Scopes.Database.Read)]
public class FirstController(IDatabases databases) : MixedController(databases);

[Route("second")]
public class SecondController(IDatabases databases) : MixedController(databases); // expect: DOO103 database:read

// case: a base class that is guarded
[RequireScope(Scopes.Database.Read)]
public abstract class SafeController(IDatabases databases) : ControllerBase
{
    protected IDatabases Databases => databases;
}

[Route("safe")]
public class DerivedController(IDatabases databases) : SafeController(databases)
{
    [HttpGet]
    public Task<string> List() => Databases.ListAsync();
}

// case: what a template method calls is of the type that has it
public abstract class TemplateController : ControllerBase
{
    [HttpGet]
    public Task<string> Run() => LoadAsync(); // or: DOO103
    protected abstract Task<string> LoadAsync();
}

[Route("template/calls")]
public class CallsController(IDatabases databases) : TemplateController // expect: DOO103 database:read
{
    protected override Task<string> LoadAsync() => databases.ListAsync();
}

[Route("template/quiet")]
public class QuietController : TemplateController
{
    protected override Task<string> LoadAsync() => Task.FromResult("");
}

// case: a controller that is a filter itself
public class SelfController(IDatabases databases, DigitalOceanUser user) : Controller
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        if (!user.HasScope(Scopes.Database.Read))
        {
            context.Result = new ForbidResult();
        }
    }

    public Task<string> Index() => databases.ListAsync();
}

public sealed class AsksFirstAttribute : ActionFilterAttribute
{
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (!context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Database.Read))
        {
            context.Result = new ForbidResult();
            return;
        }

        await next();
    }
}

public sealed class RefusesAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var user = context.HttpContext.RequestServices.GetService<DigitalOceanUser>();
        if (user is null)
        {
            context.Result = new ChallengeResult();
            return;
        }

        if (!user.HasScope(Scopes.Database.Read))
        {
            context.Result = new ForbidResult();
        }
    }
}

public sealed class AsksForOtherAttribute : ActionFilterAttribute
{
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Account.Read))
        {
            await next();
        }
    }
}

public sealed class NeedsAttribute(string scope) : ActionFilterAttribute
{
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(scope))
        {
            await next();
        }
    }
}

public sealed class Timed : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        await next();
        context.HttpContext.Response.Headers.ETag = "";
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Database.Read)]
public static partial class Deck;
