using Microsoft.AspNetCore.Authorization;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddAuthorization(options =>
{
    options.AddPolicy(Policies.Vpcs, policy => policy.RequireAuthenticatedUser().RequireClaim(DigitalOceanClaimTypes.Scope, Scopes.Vpc.Read));
    options.AddPolicy("signed-in", policy => policy.RequireAuthenticatedUser());
});
var app = builder.Build();
app.MapDeck();
static Task<string> Vpcs(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// Each makes a call that needs vpc:read. What has no mark is guarded.

// case: a group in a local, a nested group
var api = app.MapGroup("/api").RequireVpcRead();
var nested = api.MapGroup("/nested").WithTags("x");
nested.MapGet("/1", Vpcs);
api.MapGroup("/other").MapGroup("/deep").MapGet("/2", Vpcs);

// case: a sibling of the guarded group
app.MapGroup("/api2").MapGet("/3", Vpcs); // expect: DOO103 vpc:read

// case: a group that is reassigned
RouteGroupBuilder routes = app.MapGroup("/a").RequireVpcRead();
routes.MapGet("/4", Vpcs);
routes = app.MapGroup("/b");
routes.MapGet("/5", Vpcs); // expect: DOO103 vpc:read

// case: guards in a loop over scopes
var looped = app.MapGet("/6", Vpcs);
foreach (var scope in new[] { Scopes.Account.Read, Scopes.Vpc.Read }) looped.RequireDigitalOceanScope(Deck.Scheme, scope);

// case: a loop that does not name it
var half = app.MapGet("/7", Vpcs); // expect: DOO103 vpc:read
foreach (var scope in new[] { Scopes.Account.Read, Scopes.Firewall.Read }) half.RequireDigitalOceanScope(Deck.Scheme, scope);

// case: a policy by a constant
app.MapGet("/8", Vpcs).RequireAuthorization(Policies.Vpcs);
app.MapGroup("/9").RequireAuthorization(Policies.Vpcs).MapGet("/", Vpcs);

// case: signed in is not enough
app.MapGet("/10", Vpcs).RequireAuthorization("signed-in"); // expect: DOO103 vpc:read

// case: a list of builders by ForEach
new List<IEndpointConventionBuilder> { app.MapGet("/11", Vpcs), app.MapPost("/12", Vpcs) }.ForEach(one => one.RequireVpcRead());

// case: asked in a try
app.MapGet("/13", async (DigitalOceanUser user, DigitalOceanClient client) =>
{
    bool may;
    try
    {
        may = user.HasScope(Scopes.Vpc.Read);
    }
    catch (InvalidOperationException)
    {
        may = false;
    }

    if (!may) { return Results.Forbid(); }
    return Results.Text(await Vpcs(client));
});

// case: asked in a switch expression
app.MapGet("/14", async (DigitalOceanUser user, DigitalOceanClient client) => user.HasScope(Scopes.Vpc.Read) switch { true => Results.Text(await Vpcs(client)), false => Results.Forbid() });

// case: asked by a property pattern with when
app.MapGet("/15", async (DigitalOceanUser? user, DigitalOceanClient client) => user switch
{
    { } known when known.HasScope(Scopes.Vpc.Read) => await Vpcs(client),
    _ => "",
});

// case: asked with an out var
app.MapGet("/16", async (DigitalOceanUser user, DigitalOceanClient client) => Asking.May(user, out var why) ? await Vpcs(client) : why);

// case: asked with goto
app.MapGet("/17", async (DigitalOceanUser user, DigitalOceanClient client) =>
{
    if (!user.HasScope(Scopes.Vpc.Read)) { goto refuse; }
    return Results.Text(await Vpcs(client));
refuse:
    return Results.Forbid();
});

// case: asked for another scope
app.MapGet("/18", async (DigitalOceanUser user, DigitalOceanClient client) => user.HasScope(Scopes.Firewall.Read) ? await Vpcs(client) : ""); // expect: DOO103 vpc:read

// case: asked, and the answer thrown away
app.MapGet("/19", async (DigitalOceanUser user, DigitalOceanClient client) => { _ = user.HasScope(Scopes.Vpc.Read); return await Vpcs(client); }); // expect: DOO103 vpc:read

// case: asked the wrong way round
app.MapGet("/20", async (DigitalOceanUser user, DigitalOceanClient client) => user.HasScope(Scopes.Vpc.Read) ? "" : await Vpcs(client)); // expect: DOO103 vpc:read

// case: asked with or
app.MapGet("/21", async (DigitalOceanUser user, DigitalOceanClient client, bool force) => force || user.HasScope(Scopes.Vpc.Read) ? await Vpcs(client) : ""); // expect: DOO103 vpc:read

// case: asked with and
app.MapGet("/22", async (DigitalOceanUser user, DigitalOceanClient client, bool on) => on && user.HasScope(Scopes.Vpc.Read) && await Vpcs(client) is { Length: > 0 } text ? text : "");

// case: a helper that throws
app.MapGet("/23", async (DigitalOceanUser user, DigitalOceanClient client) => { Asking.Demand(user, Scopes.Vpc.Read); return await Vpcs(client); });

// case: a helper that throws for another scope
app.MapGet("/24", async (DigitalOceanUser user, DigitalOceanClient client) => { Asking.Demand(user, Scopes.Firewall.Read); return await Vpcs(client); }); // expect: DOO103 vpc:read

// case: the service asks
app.MapGet("/25", (AskingService service) => service.List());

// case: only one method of the service asks
app.MapGet("/26", (AskingService service) => service.Other()); // expect: DOO103 vpc:read

// case: a filter in place
app.MapGet("/27", Vpcs).AddEndpointFilter(async (context, next) => context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Vpc.Read) ? await next(context) : Results.Forbid());

// case: a filter on the group
app.MapGroup("/28").AddEndpointFilter<NeedsVpc>().MapGet("/", Vpcs);

// case: a filter that asks nothing
app.MapGet("/29", Vpcs).AddEndpointFilter<Logs>(); // expect: DOO103 vpc:read

// case: a filter that asks for what its constructor is told
app.MapGet("/30", Vpcs).AddEndpointFilter(new NeedsScope(Scopes.Vpc.Read));

// case: an attribute of the project's own, derived
app.MapGet("/31", [NeedsVpcs] (DigitalOceanClient client) => Vpcs(client));

// case: guarded by the method that maps
Map(app.MapGroup("/32"), "/x");
static void Map(RouteGroupBuilder group, string path) { group.RequireVpcRead(); group.MapGet(path, Vpcs); }

// case: guarded in one branch, and mapped in another
if (args.Length > 0) { app.MapGet("/33", Vpcs).RequireVpcRead(); } else { app.MapGet("/33", Vpcs); } // expect: DOO103 vpc:read

// case: a method that returns the group
Guarded(app).MapGet("/34", Vpcs);
static RouteGroupBuilder Guarded(IEndpointRouteBuilder endpoints) => endpoints.MapGroup("/g").RequireVpcRead();

// case: a method that returns a group without a guard
Unguarded(app).MapGet("/35", Vpcs); // expect: DOO103 vpc:read
static RouteGroupBuilder Unguarded(IEndpointRouteBuilder endpoints) => endpoints.MapGroup("/u").WithTags("u");

// case: early return in a local function
app.MapGet("/36", async (DigitalOceanUser user, DigitalOceanClient client) =>
{
    return await Inner();
    async Task<string> Inner() { if (!user.HasScope(Scopes.Vpc.Read)) { return ""; } return await Vpcs(client); }
});

// case: required by a field of delegates
app.MapGet("/37", Vpcs).Configure(static b => b.RequireVpcRead().WithName("x"));

// case: two calls, one of them guarded
app.MapGet("/38", async (DigitalOceanUser user, DigitalOceanClient client) => { if (user.HasScope(Scopes.Vpc.Read)) { await Vpcs(client); } return await client.GetStringAsync("/v2/firewalls"); }); // expect: DOO103 firewall:read
app.Run();

static class Policies { public const string Vpcs = "vpcs:" + Scopes.Vpc.Read; }
static class Asking
{
    public static bool May(DigitalOceanUser user, out string why) { why = "no"; return user.HasScope(Scopes.Vpc.Read); }
    public static void Demand(DigitalOceanUser user, string scope) { if (!user.HasScope(scope)) { throw new UnauthorizedAccessException(scope); } }
    public static RouteHandlerBuilder Configure(this RouteHandlerBuilder builder, Action<RouteHandlerBuilder> with) { with(builder); return builder; }
}

class AskingService(DigitalOceanClient client, DigitalOceanUser user)
{
    public async Task<string> List() { if (!user.HasScope(Scopes.Vpc.Read)) { return ""; } return await client.GetStringAsync("/v2/vpcs"); }
    public Task<string> Other() => client.GetStringAsync("/v2/vpcs?x=1");
}

class NeedsVpc(DigitalOceanUser user) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!user.HasScope(Scopes.Vpc.Read)) { return TypedResults.Forbid(); }
        return await next(context);
    }
}

class NeedsScope(string scope) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var user = context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>();
        return user.HasScope(scope) ? await next(context) : TypedResults.Forbid();
    }
}

class Logs : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) { Console.WriteLine(context.HttpContext.Request.Path); return next(context); } }
sealed class NeedsVpcsAttribute : AuthorizeAttribute { public NeedsVpcsAttribute() => Policy = Policies.Vpcs; }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
public static partial class Deck;
