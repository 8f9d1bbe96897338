using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddAuthorization(options =>
{
    options.AddPolicy(Policies.Networks, policy => policy.RequireAuthenticatedUser().RequireClaim("scope", Scopes.Vpc.Read));
    options.AddPolicy("either", policy => policy.RequireClaim("scope", "vpc:read", "project:read"));
    options.AddPolicy("staff", policy => policy.RequireRole("staff").RequireClaim("team"));
    options.AddPolicy("asserted", policy => policy.RequireAssertion(context => context.User.HasClaim(claim => claim is { Type: "scope", Value: "vpc:read" })));
});
var app = builder.Build();
app.MapDeck();

// Every endpoint makes the call of List, which needs vpc:read. What has no mark is guarded.
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: pairs of a builder and a scope in a loop
foreach (var (endpoint, scope) in new (RouteHandlerBuilder, string)[] { (app.MapGet("/1a", List), Scopes.Vpc.Read), (app.MapGet("/1b", List), "vpc:read") })
{
    endpoint.RequireDigitalOceanScope(Deck.Scheme, scope);
}

// case: pairs, of which one has another scope
foreach (var (endpoint, scope) in new (RouteHandlerBuilder, string)[] { (app.MapGet("/2", List), Scopes.Project.Read) }) // expect: DOO103 vpc:read
{
    endpoint.RequireDigitalOceanScope(Deck.Scheme, scope);
}

// case: a policy by a constant, a claim by a constant
app.MapGet("/3", List).RequireAuthorization(Policies.Networks);

// case: a policy that either of two scopes meets
app.MapGet("/4", List).RequireAuthorization("either"); // expect: DOO103 vpc:read

// case: a policy that says nothing of scopes, and one that does
app.MapGet("/5", List).RequireAuthorization("staff"); // expect: DOO103 vpc:read
app.MapGet("/5q", List).RequireAuthorization("staff", Policies.Networks);

// case: a policy that asserts by a pattern
app.MapGet("/6", List).RequireAuthorization("asserted");

// case: [Authorize] on a lambda
app.MapGet("/7", [Authorize(Policies.Networks)] (DigitalOceanClient client) => List(client));
app.MapGet("/7b", [Authorize(Roles = "staff")] (DigitalOceanClient client) => List(client)); // expect: DOO103 vpc:read

// case: a policy in place, by a builder
app.MapGet("/8", List).RequireAuthorization(policy => policy.RequireClaim("scope", "vpc:read"));
app.MapGet("/8b", List).RequireAuthorization(policy => policy.RequireClaim("scp", "vpc:read")); // expect: DOO103 vpc:read

// case: an extension of the user that throws, told the scope
app.MapGet("/9", (DigitalOceanUser user, DigitalOceanClient client) => { user.Demand(Scopes.Vpc.Read); return List(client); });
app.MapGet("/9b", (DigitalOceanUser user, DigitalOceanClient client) => { user.Demand(Scopes.Project.Read); return List(client); }); // expect: DOO103 vpc:read

// case: what it throws is caught, and the call made all the same
app.MapGet("/10", (DigitalOceanUser user, DigitalOceanClient client) => // expect: DOO103 vpc:read
{
    try
    {
        user.Demand(Scopes.Vpc.Read);
    }
    catch (InvalidOperationException)
    {
    }

    return List(client);
});

// case: the throwing helper inside the same try
app.MapGet("/11", async (DigitalOceanUser user, DigitalOceanClient client) =>
{
    try
    {
        user.Demand(Scopes.Vpc.Read);
        return Results.Text(await List(client));
    }
    catch (InvalidOperationException)
    {
        return Results.Forbid();
    }
});

// case: a pattern variable and an or
app.MapGet("/12", async (DigitalOceanUser? user, DigitalOceanClient client) =>
{
    if (user is not { } known || !known.HasScope(Scopes.Vpc.Read))
    {
        return Results.Unauthorized();
    }

    return Results.Text($"{known.Name}: {await List(client)}");
});

// case: compared with true
app.MapGet("/13", async (DigitalOceanUser? user, DigitalOceanClient client) => user?.HasScope("vpc:read") != true ? Results.Forbid() : Results.Text(await List(client)));

// case: asked, and the variable overwritten
app.MapGet("/14", (DigitalOceanUser user, DigitalOceanClient client) => // expect: DOO103 vpc:read
{
    var may = user.HasScope(Scopes.Vpc.Read);
    may = user.Name.Length > 0;
    return may ? List(client) : Task.FromResult("");
});

// case: asked, and only logged
app.MapGet("/15", (DigitalOceanUser user, DigitalOceanClient client, ILogger<Program> logger) => // expect: DOO103 vpc:read
{
    if (!user.HasScope(Scopes.Vpc.Read))
    {
        logger.LogWarning("no scope");
    }

    return List(client);
});

// case: asked after the call
app.MapGet("/16", async (DigitalOceanUser user, DigitalOceanClient client) => // expect: DOO103 vpc:read
{
    var text = await List(client);
    return user.HasScope(Scopes.Vpc.Read) ? text : "";
});

// case: asked in a lambda that never runs
app.MapGet("/17", (DigitalOceanUser user, DigitalOceanClient client) => { Func<bool> ask = () => user.HasScope(Scopes.Vpc.Read); return List(client); }); // expect: DOO103 vpc:read

// case: asked in one branch, and the call in both
app.MapGet("/18", (bool fast, DigitalOceanUser user, DigitalOceanClient client) => // expect: DOO103 vpc:read
{
    if (fast)
    {
        return user.HasScope(Scopes.Vpc.Read) ? List(client) : Task.FromResult("");
    }

    return List(client);
});

// case: a switch statement over the question
app.MapGet("/19", (DigitalOceanUser user, DigitalOceanClient client) =>
{
    switch (user.HasScope(Scopes.Vpc.Read))
    {
        case false:
            return Task.FromResult("no");
        default:
            return List(client);
    }
});

// case: a local function that asks, by captured variables
app.MapGet("/20", (DigitalOceanUser user, DigitalOceanClient client) =>
{
    return Allowed() ? List(client) : Task.FromResult("");
    bool Allowed() => user is not null && user.HasScope(Scopes.Vpc.Read);
});

// case: a while loop that waits and goes on only with the scope
app.MapGet("/21", async (DigitalOceanUser user, DigitalOceanClient client) =>
{
    while (user.HasScope(Scopes.Vpc.Read))
    {
        var text = await List(client);
        if (text.Length > 0)
        {
            return text;
        }
    }

    return "";
});

// case: a do loop makes the call before it asks
app.MapGet("/22", async (DigitalOceanUser user, DigitalOceanClient client) => // expect: DOO103 vpc:read
{
    string text;
    do
    {
        text = await List(client);
    }
    while (text.Length == 0 && user.HasScope(Scopes.Vpc.Read));
    return text;
});

// case: goto past the call
app.MapGet("/23", async (DigitalOceanUser user, DigitalOceanClient client) =>
{
    var text = "none";
    if (!user.HasScope(Scopes.Vpc.Read))
    {
        goto done;
    }

    text = await List(client);
done:
    return text;
});

// case: the claims principal is asked, by a predicate
app.MapGet("/24", (ClaimsPrincipal principal, DigitalOceanClient client) => principal.HasClaim("scope", Scopes.Vpc.Read) ? List(client) : Task.FromResult(""));

// case: the authorization service with a policy's name
app.MapGet("/25", async (IAuthorizationService authorization, ClaimsPrincipal principal, DigitalOceanClient client) => (await authorization.AuthorizeAsync(principal, Policies.Networks)).Succeeded ? Results.Text(await List(client)) : Results.Forbid());
app.MapGet("/25b", async (IAuthorizationService authorization, ClaimsPrincipal principal, DigitalOceanClient client) => (await authorization.AuthorizeAsync(principal, "staff")).Succeeded ? Results.Text(await List(client)) : Results.Forbid()); // expect: DOO103 vpc:read
app.MapGet("/25c", async (IAuthorizationService authorization, ClaimsPrincipal principal, DigitalOceanClient client) => { await authorization.AuthorizeAsync(principal, Policies.Networks); return await List(client); }); // expect: DOO103 vpc:read

// case: a filter made by a generic class with the scope from a static abstract member
app.MapGet("/26", List).AddEndpointFilter<Needs<VpcRead>>();
app.MapGet("/26b", List).AddEndpointFilter<Needs<ProjectRead>>(); // expect: DOO103 vpc:read

// case: a filter that is made with the scope
app.MapGet("/27", List).AddEndpointFilter(new Told(Scopes.Vpc.Read));
app.MapGet("/27b", List).AddEndpointFilter(new Told(Scopes.Project.Read)); // expect: DOO103 vpc:read

// case: a filter that goes on, whatever it asked
app.MapGet("/28", List).AddEndpointFilter(async (context, next) => // expect: DOO103 vpc:read
{
    if (!context.HttpContext.User.HasClaim("scope", "vpc:read"))
    {
        context.HttpContext.Response.Headers["x-missing"] = "vpc:read";
    }

    return await next(context);
});

// case: chained extension methods that hand the group back, and a guard at the end
app.MapGroup("/29").WithTags("x").MapVpcs("/a").MapVpcs("/b").RequireVpcRead();

// case: the guard is on the inner group, an endpoint on the outer
var outer = app.MapGroup("/30");
var inner = outer.MapGroup("/in").RequireVpcRead();
inner.MapGet("/", List);
outer.MapGet("/", List); // expect: DOO103 vpc:read

// case: guarded, and then everybody let in
app.MapGet("/31", List).RequireVpcRead().AllowAnonymous(); // expect: DOO103 vpc:read

// case: a guard on another method's endpoint with the same pattern
app.MapPost("/32", List).RequireVpcRead();
app.MapGet("/32", List); // expect: DOO103 vpc:read

// case: metadata, an array of it
app.MapGet("/33", List).WithMetadata(new EndpointNameMetadata("thirty-three"), new RequireScopeAttribute(Scopes.Vpc.Read));

// case: a ternary over two builders
(app.Environment.IsDevelopment() ? app.MapGet("/34", List) : app.MapGet("/34p", List)).RequireVpcRead();

// case: a guard by a switch expression that always gives one
RouteHandlerBuilder guarded = app.MapGet("/35", List);
_ = app.Environment.EnvironmentName switch
{
    "Development" => guarded.RequireVpcRead(),
    _ => guarded.RequireVpcRead().WithSummary("x"),
};

// case: an early return in the method that maps
Mapping.Conditional(app, app.Configuration.GetValue<bool>("Open"));

// case: a list pattern over the user's scopes
app.MapGet("/36", (DigitalOceanUser user, DigitalOceanClient client) => user.Scopes.Contains(Scopes.Vpc.Read) ? List(client) : Task.FromResult(""));

// case: thrown by a conditional expression
app.MapGet("/37", (DigitalOceanUser user, DigitalOceanClient client) => (user.HasScope(Scopes.Vpc.Read) ? client : throw new BadHttpRequestException("no", 403)).GetStringAsync("/v2/vpcs"));

// case: a Result that is empty without the scope
app.MapGet("/38", async (DigitalOceanUser user, DigitalOceanClient client) => Allowed.For(user) is { } refusal ? refusal : Results.Text(await List(client)));

// case: the same Result, thrown away
app.MapGet("/39", async (DigitalOceanUser user, DigitalOceanClient client) => { _ = Allowed.For(user); return Results.Text(await List(client)); }); // expect: DOO103 vpc:read

// case: two scopes, of which the handler needs both and the guard gives one
app.MapGet("/40", async (DigitalOceanClient client) => await List(client) + await client.GetStringAsync("/v2/projects")).RequireVpcRead(); // expect: DOO103 project:read

// case: DoesNotReturn
app.MapGet("/41", (DigitalOceanUser user, DigitalOceanClient client) => { if (!user.HasScope(Scopes.Vpc.Read)) { Throws.Forbidden(); } return List(client); });
app.Run();

static class Policies { public const string Networks = "networks:" + nameof(Networks); }

static class Demands
{
    public static void Demand(this DigitalOceanUser user, string scope)
    {
        if (!user.HasScope(scope))
        {
            throw new InvalidOperationException($"{scope} is missing");
        }
    }
}

static class Throws { [DoesNotReturn] public static void Forbidden() => throw new BadHttpRequestException("forbidden", StatusCodes.Status403Forbidden); }
static class Allowed { public static IResult? For(DigitalOceanUser user) => user.HasScope(Scopes.Vpc.Read) ? null : Results.Forbid(); }

interface IScoped { static abstract string Scope { get; } }
class VpcRead : IScoped { public static string Scope => Scopes.Vpc.Read; }
class ProjectRead : IScoped { public static string Scope => Scopes.Project.Read; }
class Needs<T> : IEndpointFilter where T : IScoped
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.User.HasClaim("scope", T.Scope) ? next(context) : ValueTask.FromResult<object?>(Results.Forbid());
}

class Told(params string[] scopes) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var user = context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>();
        foreach (var scope in scopes)
        {
            if (!user.HasScope(scope))
            {
                return Results.Problem(statusCode: 403, detail: scope);
            }
        }

        return await next(context);
    }
}

static class Mapping
{
    public static RouteGroupBuilder MapVpcs(this RouteGroupBuilder group, string path)
    {
        group.MapGet(path, (DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs"));
        return group;
    }

    public static void Conditional(IEndpointRouteBuilder routes, bool open)
    {
        var endpoint = routes.MapGet("/42", (DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs")); // expect: DOO103 vpc:read
        if (open)
        {
            return;
        }

        endpoint.RequireVpcRead();
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
