using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddControllersWithViews();
builder.Services.AddRazorPages(options => options.Conventions.AuthorizeFolder("/Private", "projects"));
builder.Services.AddAuthorizationBuilder().AddPolicy("projects", policy => policy.RequireClaim("scope", Scopes.Project.Read));
builder.Services.AddSignalR();
builder.Services.AddRazorComponents();
var app = builder.Build();
app.MapDeck();
app.MapDefaultControllerRoute();
app.MapRazorPages();
app.MapRazorComponents<ProjectsComponent>();
app.MapHub<ProjectHub>("/hubs/projects");
app.MapHub<QuietHub>("/hubs/quiet").RequireProjectRead();
app.Run();

public interface IProjects { Task<string> AllAsync(CancellationToken cancel = default); Task DropAsync(Guid id); }
public class ProjectService(DigitalOceanClient client) : IProjects
{
    public Task<string> AllAsync(CancellationToken cancel = default) => client.GetStringAsync("/v2/projects", cancel);
    public Task DropAsync(Guid id) => client.DeleteAsync($"/v2/projects/{id}");
}

// case: a conventional controller
public class ProjectsController(IProjects projects) : Controller
{
    public async Task<IActionResult> Index(CancellationToken cancel) => View(model: await projects.AllAsync(cancel)); // expect: DOO103 project:read

    // case: with two verbs
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Delete(Guid id) // expect: DOO103 project:delete
    {
        await projects.DropAsync(id);
        return RedirectToAction(nameof(Index));
    }

    // case: without a call
    public IActionResult About() => View();

    // case: with a guard
    [RequireScope(Scopes.Project.Read)]
    public async Task<IActionResult> Details() => Json(await projects.AllAsync());

    // case: with a policy
    [Authorize("projects")]
    public async Task<IActionResult> Summary() => Json((await projects.AllAsync()).Length);
}

// case: guarded as a whole
[RequireScope(Scopes.Project.Read)]
[Route("api/[controller]")]
public class WholeController(IProjects projects) : ControllerBase
{
    [HttpGet]
    public Task<string> All() => projects.AllAsync();

    // case: guarded for less than it does
    [HttpDelete("{id}")]
    public Task Drop(Guid id) => projects.DropAsync(id); // expect: DOO103 project:delete
}

// case: a base controller with the guard
[RequireScope(Scopes.Project.Read)]
public abstract class GuardedBase : ControllerBase;
[ApiController, Route("api/derived")]
public class DerivedController(IProjects projects) : GuardedBase { [HttpGet] public async Task<ActionResult<string>> Get() => await projects.AllAsync(); }

// case: a generic base controller
public abstract class CrudController<T>(ICrud<T> crud) : ControllerBase { [HttpGet] public virtual Task<string> List() => crud.ListAsync(); } // or: DOO103
public interface ICrud<T> { Task<string> ListAsync(); }
public class Project;
public class ProjectCrud(DigitalOceanClient client) : ICrud<Project> { public Task<string> ListAsync() => client.GetStringAsync("/v2/projects"); }
[Route("crud/projects")]
public class ProjectCrudController(ICrud<Project> crud) : CrudController<Project>(crud); // expect: DOO103 project:read

// case: an attribute that asks as a filter
public sealed class NeedsProjectAttribute : ActionFilterAttribute
{
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (!context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Project.Read)) { context.Result = new ForbidResult(); return; }
        await next();
    }
}

[Route("filtered")]
public class FilteredController(IProjects projects) : ControllerBase { [HttpGet, NeedsProject] public Task<string> Get() => projects.AllAsync(); }

// case: a page, which can be in the folder that a convention guards
public class ListModel(IProjects projects) : PageModel
{
    public string Text { get; private set; } = "";
    public async Task OnGetAsync() => Text = await projects.AllAsync(); // undecidable: DOO103

    // case: another handler of the page
    public async Task<IActionResult> OnPostDropAsync(Guid id) // expect: DOO103 project:delete
    {
        await projects.DropAsync(id);
        return RedirectToPage();
    }

    // case: a handler that asks
    public async Task<IActionResult> OnPostReadAsync([FromServices] DigitalOceanUser user) => user.HasScope(Scopes.Project.Read) ? Content(await projects.AllAsync()) : Forbid();

    // case: a handler without a call
    public IActionResult OnPostNothing() => RedirectToPage();
}

// case: a page with a guard
[RequireScope(Scopes.Project.Read)]
public class GuardedModel(IProjects projects) : PageModel { public Task<string> OnGetAsync() => projects.AllAsync(); }

// case: a hub
public class ProjectHub(IProjects projects) : Hub
{
    public async Task Refresh() => await Clients.Caller.SendAsync("projects", await projects.AllAsync()); // expect: DOO103 project:read

    // case: with a guard
    [Authorize("projects")]
    public Task<string> Read() => projects.AllAsync();

    // case: without a call
    public Task Ping() => Clients.All.SendAsync("pong");

    // case: on connecting
    public override async Task OnConnectedAsync() { await projects.AllAsync(); await base.OnConnectedAsync(); } // expect: DOO103 project:read
}

public class QuietHub(IProjects projects) : Hub { public Task<string> Read() => projects.AllAsync(); }

// case: a view component, which the endpoint of another renders: unknown
public class ProjectsViewComponent(IProjects projects) : ViewComponent { public async Task<IViewComponentResult> InvokeAsync() => Content(await projects.AllAsync()); } // undecidable: DOO103

// case: a component written in C#
[Microsoft.AspNetCore.Components.Route("/projects/component")]
public class ProjectsComponent : Microsoft.AspNetCore.Components.ComponentBase
{
    [Microsoft.AspNetCore.Components.Inject] public required IProjects Projects { get; set; }
    protected override async Task OnInitializedAsync() => await Projects.AllAsync(); // expect: DOO103 project:read
}

// case: a component with a guard
[Microsoft.AspNetCore.Components.Route("/projects/guarded"), RequireScope(Scopes.Project.Read)]
public class GuardedComponent : Microsoft.AspNetCore.Components.ComponentBase
{
    [Microsoft.AspNetCore.Components.Inject] public required IProjects Projects { get; set; }
    protected override async Task OnParametersSetAsync() => await Projects.AllAsync();
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
[DigitalOceanScope(Scopes.Project.Delete)]
public static partial class Deck;
