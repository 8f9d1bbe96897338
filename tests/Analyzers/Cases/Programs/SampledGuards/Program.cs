using System.Security.Claims;
using DoOAuth;
using Microsoft.AspNetCore.Authorization;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddAuthorizationBuilder()
    .AddPolicy(Policies.Domains, policy => policy.RequireClaim("scope", Scopes.Domain.Read))
    .AddPolicy("other", policy => policy.RequireAuthenticatedUser());
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/domains");
static Task Drop(string name, DigitalOceanClient client) => client.DeleteAsync($"/v2/domains/{DigitalOceanPath.Segment(name)}");

// Every endpoint here reads or deletes domains. What has no mark is guarded.

// case: named policies
app.MapGet("/1", List).RequireAuthorization(Policies.Domains);
app.MapGet("/1b", List).RequireAuthorization("other"); // expect: DOO103 domain:read
app.MapGet("/1c", [Authorize(Policy = Policies.Domains)] (DigitalOceanClient client) => List(client));
app.MapGet("/1d", List).RequireAuthorization(new AuthorizeAttribute(Policies.Domains));

// case: scopes by a table and a loop
foreach (var (pattern, handler, scope) in new (string, Delegate, string)[] { ("/2a", List, Scopes.Domain.Read), ("/2b", Drop, Scopes.Domain.Delete) })
{
    app.MapMethods(pattern, ["GET"], handler).RequireDigitalOceanScope(Deck.Scheme, scope);
}

// case: a group by an extension of the project's own
var guarded = app.MapGuarded("/3");
guarded.MapGet("/", List);
guarded.MapDelete("/{name}", Drop); // expect: DOO103 domain:delete

// case: a group with a guard, a group in it with another
var outer = app.MapGroup("/4").RequireDomainRead();
outer.MapGet("/", List);
outer.MapGroup("/x").RequireDomainDelete().MapDelete("/{name}", Drop);
outer.MapDelete("/{name}", Drop); // expect: DOO103 domain:delete

// case: with WithTags and the like between
app.MapGet("/5", List).WithTags("a").WithName("five").Produces(200).RequireDomainRead().WithSummary("x");

// case: a filter that asks by a helper
app.MapGet("/6", List).AddEndpointFilter(async (context, next) => Allowed(context.HttpContext) ? await next(context) : Results.Forbid());
static bool Allowed(HttpContext context) => context.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Domain.Read);

// case: a filter factory
app.MapGet("/7", List).AddEndpointFilterFactory((_, next) => async context => context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Domain.Read) ? await next(context) : Results.Forbid());

// case: a filter that logs alone
app.MapGet("/8", List).AddEndpointFilter(async (context, next) => { var user = context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>(); app.Logger.LogInformation("{Has}", user.HasScope(Scopes.Domain.Read)); return await next(context); }); // expect: DOO103 domain:read

// case: asked with a negated local
app.MapGet("/9", async (DigitalOceanUser user, DigitalOceanClient client) => { var missing = !user.HasScope(Scopes.Domain.Read); if (missing) { return ""; } return await List(client); });

// case: asked with is
app.MapGet("/10", async (DigitalOceanUser user, DigitalOceanClient client) => user.HasScope(Scopes.Domain.Read) is false ? "" : await List(client));

// case: asked for in a switch on a tuple
app.MapGet("/11", async (bool may, DigitalOceanUser user, DigitalOceanClient client) => (may, user.HasScope(Scopes.Domain.Read)) switch { (true, true) => await List(client), _ => "" });

// case: asked by an assertion of the project's own
app.MapGet("/12", async (DigitalOceanUser user, DigitalOceanClient client) => { user.Demand(Scopes.Domain.Read); return await List(client); });
app.MapGet("/12b", async (DigitalOceanUser user, DigitalOceanClient client) => { user.Demand(Scopes.Domain.Delete); return await List(client); }); // expect: DOO103 domain:read

// case: asked in a service with a result
app.MapGet("/13", (DomainService domains) => domains.TryList());
app.MapGet("/13b", (DomainService domains) => domains.List()); // expect: DOO103 domain:read

// case: asked in the constructor's base
app.MapGet("/14", (Checked work) => work.Run());

// case: asked through Any and All
app.MapGet("/15", async (DigitalOceanUser user, DigitalOceanClient client) => { string[] needed = [Scopes.Domain.Read]; return needed.All(user.HasScope) ? await List(client) : ""; }); // undecidable: DOO103

// case: asked, and then otherwise
app.MapGet("/16", async (DigitalOceanUser user, DigitalOceanClient client) => { if (user.HasScope(Scopes.Domain.Read)) { app.Logger.LogInformation("yes"); } return await List(client); }); // expect: DOO103 domain:read

// case: an or that lets others through
app.MapGet("/17", async (DigitalOceanUser user, ClaimsPrincipal principal, DigitalOceanClient client) => user.HasScope(Scopes.Domain.Read) || principal.IsInRole("x") ? await List(client) : ""); // expect: DOO103 domain:read

// case: a guard on a builder from a method
app.Also("/18").RequireDomainRead();
app.Also("/18b"); // undecidable: DOO103

// case: finally
app.MapGet("/19", async (DigitalOceanUser user, DigitalOceanClient client) => { try { if (!user.HasScope(Scopes.Domain.Read)) { throw new UnauthorizedAccessException(); } return await List(client); } finally { app.Logger.LogInformation("done"); } });

// case: while
app.MapGet("/20", async (DigitalOceanUser user, DigitalOceanClient client) => { var text = ""; while (user.HasScope(Scopes.Domain.Read) && text.Length < 10) { text += await List(client); } return text; });

// case: a pattern with a null user
app.MapGet("/21", async (HttpContext context, DigitalOceanClient client) => context.RequestServices.GetService<DigitalOceanUser>() is { } user && user.HasScope(Scopes.Domain.Read) ? await List(client) : "");
app.MapGet("/21b", async (HttpContext context, DigitalOceanClient client) => context.RequestServices.GetService<DigitalOceanUser>()?.HasScope(Scopes.Domain.Read) == true ? await List(client) : "");
app.MapGet("/21c", async (HttpContext context, DigitalOceanClient client) => context.RequestServices.GetService<DigitalOceanUser>()?.HasScope(Scopes.Domain.Read) ?? true ? await List(client) : ""); // expect: DOO103 domain:read

// case: a variable that a branch sets
app.MapGet("/22", async (bool admin, DigitalOceanUser user, DigitalOceanClient client) => { var may = false; if (admin) { may = user.HasScope(Scopes.Domain.Read); } return may ? await List(client) : ""; });
app.MapGet("/22b", async (bool admin, DigitalOceanUser user, DigitalOceanClient client) => { var may = user.HasScope(Scopes.Domain.Read); if (admin) { may = true; } return may ? await List(client) : ""; }); // expect: DOO103 domain:read

// case: required by metadata
app.MapGet("/23", List).WithMetadata(new RequireScopeAttribute(Scopes.Domain.Read));

// case: the group is guarded by a finally-like convention
var late = app.MapGroup("/24");
late.MapGet("/", List);
Guard(late);
static void Guard(RouteGroupBuilder group) => group.RequireDomainRead();

// case: the group is guarded by a method that does it for one environment only
var maybe = app.MapGroup("/25");
maybe.MapGet("/", List); // expect: DOO103 domain:read
GuardOutside(maybe, app.Environment);
static void GuardOutside(RouteGroupBuilder group, IHostEnvironment environment) { if (environment.IsProduction()) { group.RequireDomainRead(); } }

// case: conditional expression over groups
var which = args.Length > 0 ? app.MapGroup("/26a").RequireDomainRead() : app.MapGroup("/26b");
which.MapGet("/", List); // expect: DOO103 domain:read
var both = args.Length > 0 ? app.MapGroup("/27a").RequireDomainRead() : app.MapGroup("/27b").RequireDomainRead();
both.MapGet("/", List);
app.Run();

static class Policies { public const string Domains = "domains"; }
static class Extensions
{
    public static RouteGroupBuilder MapGuarded(this IEndpointRouteBuilder routes, string prefix) { var group = routes.MapGroup(prefix).WithTags("x"); group.RequireDomainRead(); return group; }
    public static RouteHandlerBuilder Also(this IEndpointRouteBuilder routes, string pattern) => routes.MapGet(pattern, (DigitalOceanClient client) => client.GetStringAsync("/v2/domains")); // undecidable: DOO103
    public static void Demand(this DigitalOceanUser user, string scope) { if (!user.HasScope(scope)) { throw new BadHttpRequestException("x", 403); } }
}

public class DomainService(DigitalOceanClient client, DigitalOceanUser user)
{
    private bool May => user.HasScope(Scopes.Domain.Read);
    public async Task<string?> TryList() { if (!May) { return null; } return await client.GetStringAsync("/v2/domains"); }
    public Task<string> List() => client.GetStringAsync("/v2/domains");
}

public abstract class CheckedBase(DigitalOceanUser user) { public Task<string> Run() { if (!user.HasScope(Scopes.Domain.Read)) { return Task.FromResult(""); } return Work(); } protected abstract Task<string> Work(); }
public class Checked(DigitalOceanUser user, DigitalOceanClient client) : CheckedBase(user) { protected override Task<string> Work() => client.GetStringAsync("/v2/domains"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Domain.Read)]
[DigitalOceanScope(Scopes.Domain.Delete)]
public static partial class Deck;
