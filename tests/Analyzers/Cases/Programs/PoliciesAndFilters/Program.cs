using DoOAuth;
using Microsoft.AspNetCore.Authorization;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("images", policy => policy.RequireAuthenticatedUser().RequireClaim(DigitalOceanClaimTypes.Scope, Scopes.Image.Read))
    .AddPolicy("account", policy => policy.RequireClaim("scope", "account:read"))
    .AddPolicy("either", policy => policy.RequireClaim("scope", "image:read", "image:create"))
    .AddPolicy("custom", policy => policy.AddRequirements(new Custom()))
    .AddPolicy("staff", policy => policy.RequireRole("staff"));
builder.Services.AddAuthorization(options =>
{
    options.AddPolicy("asserted", policy => policy.RequireAssertion(context => context.User.HasClaim("scope", "image:read")));
    options.AddPolicy("guard", policy => policy.AddRequirements([.. ((IAuthorizationRequirementData)new RequireScopeAttribute(Scopes.Image.Read)).GetRequirements()]));
    options.AddPolicy("built", new AuthorizationPolicyBuilder().RequireClaim("scope", Scopes.Image.Read).Build());
});
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/images");

// Every endpoint here makes a call that needs image:read. What has no mark is guarded, one way or another, or may be.

// case: policies that require the scope
app.MapGet("/1", List).RequireAuthorization("images");
app.MapGet("/2", List).RequireAuthorization("asserted");
app.MapGet("/3", List).RequireAuthorization("guard");
app.MapGet("/4", List).RequireAuthorization("built");
app.MapGet("/5", List).RequireAuthorization("staff", "images");
app.MapGroup("/6").RequireAuthorization("IMAGES").MapGet("/", List);
app.MapGet("/7", [Authorize("images")] (DigitalOceanClient client) => List(client));
app.MapGet("/8", List).RequireAuthorization(policy => policy.RequireClaim("scope", "image:read"));
app.MapGet("/9", List).RequireAuthorization(new AuthorizeAttribute("images"));
app.MapGet("/10", List).RequireAuthorization(new AuthorizeAttribute { Policy = "images" });

// case: policies that may
app.MapGet("/11", List).RequireAuthorization("custom");
app.MapGet("/12", List).RequireAuthorization("either"); // expect: DOO103 image:read
app.MapGet("/13", List).RequireAuthorization("from-elsewhere");
app.MapGet("/14", List).RequireAuthorization(args[0]);
app.MapGet("/15", List).RequireAuthorization(Policies.Of("image"));

// case: policies that do not
app.MapGet("/20", List).RequireAuthorization("staff"); // expect: DOO103 image:read
// case: another scope
app.MapGet("/21", List).RequireAuthorization("account"); // expect: DOO103 image:read
// case: only signed in
app.MapGet("/22", List).RequireAuthorization(); // expect: DOO103 image:read
// case: only signed in, by an attribute
app.MapGet("/23", [Authorize] (DigitalOceanClient client) => List(client)); // expect: DOO103 image:read
// case: a policy in place, without a scope
app.MapGet("/24", List).RequireAuthorization(policy => policy.RequireRole("staff")); // expect: DOO103 image:read
// case: only a scheme
app.MapGet("/25", List).RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = "x" }); // expect: DOO103 image:read

// case: a filter factory that asks
app.MapGet("/30", List).AddEndpointFilterFactory((factory, next) => async context =>
    context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Image.Read) ? await next(context) : Results.Forbid());

// case: a filter factory with a body
app.MapGet("/31", List).AddEndpointFilterFactory((factory, next) =>
{
    return context =>
    {
        if (!context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Image.Read))
        {
            return ValueTask.FromResult<object?>(Results.Forbid());
        }

        return next(context);
    };
});

// case: a filter factory that lets some through
app.MapGet("/32", List).AddEndpointFilterFactory((factory, next) => // expect: DOO103 image:read
{
    if (factory.MethodInfo.Name == "List")
    {
        return next;
    }

    return async context => context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Image.Read) ? await next(context) : Results.Forbid();
});

// case: a filter factory in a method
app.MapGet("/33", List).AddEndpointFilterFactory(Filters.Ask);

// case: a filter factory that does something else
app.MapGet("/34", List).AddEndpointFilterFactory((factory, next) => async context => // expect: DOO103 image:read
{
    var answer = await next(context);
    return answer;
});

// case: a filter on a group
var group = app.MapGroup("/35").AddEndpointFilter(Filters.AskFirst);
group.MapGet("/", List);

app.Run();

static class Policies
{
    public static string Of(string resource) => resource + "s";
}

static class Filters
{
    public static EndpointFilterDelegate Ask(EndpointFilterFactoryContext factory, EndpointFilterDelegate next) => async context =>
        context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Image.Read) ? await next(context) : Results.Forbid();

    public static async ValueTask<object?> AskFirst(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var user = context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>();
        if (!user.HasScope(Scopes.Image.Read))
        {
            return Results.Forbid();
        }

        return await next(context);
    }
}

class Custom : IAuthorizationRequirement;

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Image.Read)]
public static partial class Deck;
