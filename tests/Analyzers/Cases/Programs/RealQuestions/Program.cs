using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Questions;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped<Registry>().AddScoped<Permissions>().AddScoped<CarefulRegistry>().AddScoped<ICurrentUser, CurrentUser>();
builder.Services.AddAuthorizationBuilder().AddPolicy("registry", policy => policy.RequireClaim("scope", "registry:read"));
var app = builder.Build();
app.MapDeck();
var api = app.MapGroup("/registries");

// No endpoint has a guard: the code asks, one way or another. What has no mark asks well enough.

// case: two refusals one after the other, the first of which is about something else
api.MapGet("/1", async Task<Results<Ok<string>, ForbidHttpResult, UnauthorizedHttpResult>> (DigitalOceanUser? user, Registry registry) =>
{
    if (user is null)
    {
        return TypedResults.Unauthorized();
    }

    if (!user.HasScope(Scopes.Registry.Read))
    {
        return TypedResults.Forbid();
    }

    return TypedResults.Ok(await registry.ListAsync());
});

// case: the same, but the refusal is only made, not returned
api.MapGet("/1b", async Task<IResult> (DigitalOceanUser user, Registry registry) => // expect: DOO103 registry:read
{
    if (!user.HasScope(Scopes.Registry.Read))
    {
        TypedResults.Forbid();
    }

    return TypedResults.Ok(await registry.ListAsync());
});

// case: a flag that two questions make, with and
api.MapPost("/2/{name}", async (string name, DigitalOceanUser user, Registry registry) =>
{
    var canRead = user.HasScope(Scopes.Registry.Read);
    var canWrite = canRead && user.HasScope(Scopes.Registry.Update);
    if (!canWrite)
    {
        return Results.Problem(statusCode: 403);
    }

    await registry.CollectAsync(name);
    return Results.Text(await registry.ListAsync());
});

// case: a flag that two questions make, with or
api.MapPost("/2b/{name}", async (string name, DigitalOceanUser user, Registry registry) => // expect: DOO103 registry:update
{
    var allowed = user.HasScope(Scopes.Registry.Read) || user.HasScope(Scopes.Registry.Update);
    if (!allowed)
    {
        return Results.Problem(statusCode: 403);
    }

    await registry.CollectAsync(name);
    return Results.NoContent();
});

// case: a flag that is set in a branch
api.MapGet("/3", async (DigitalOceanUser user, Registry registry) =>
{
    bool allowed;
    if (user.HasScope(Scopes.Registry.Read))
    {
        allowed = true;
    }
    else
    {
        allowed = false;
    }

    return allowed ? await registry.ListAsync() : null;
});

// case: a switch expression over two questions
api.MapGet("/4", async (DigitalOceanUser user, Registry registry) => (user.HasScope(Scopes.Registry.Read), user.HasScope(Scopes.Registry.Update)) switch
{
    (true, true) => Results.Text("write " + await registry.ListAsync()),
    (true, false) => Results.Text("read " + await registry.ListAsync()),
    (false, _) => Results.Forbid(),
});

// case: a switch statement over what is asked for, each section with its question
api.MapPost("/5/{verb}/{name}", async (string verb, string name, DigitalOceanUser user, Registry registry) =>
{
    switch (verb)
    {
        case "list" when user.HasScope(Scopes.Registry.Read):
            return Results.Text(await registry.ListAsync());
        case "collect" when user.HasScope(Scopes.Registry.Update):
            await registry.CollectAsync(name);
            return Results.Accepted();
        case "list" or "collect":
            return Results.Forbid();
        default:
            return Results.NotFound();
    }
});

// case: one section has forgotten it
api.MapPost("/5b/{verb}/{name}", async (string verb, string name, DigitalOceanUser user, Registry registry) => // expect: DOO103 registry:delete
{
    switch (verb)
    {
        case "list" when user.HasScope(Scopes.Registry.Read):
            return Results.Text(await registry.ListAsync());
        case "drop":
            await registry.DropAsync(name);
            return Results.NoContent();
        default:
            return Results.NotFound();
    }
});

// case: a service of the app answers, by an interface, a property and a method that is told the scope
api.MapGet("/6", async (ICurrentUser current, Registry registry) => current.CanReadRegistries ? Results.Text(await registry.ListAsync()) : Results.Forbid());
api.MapGet("/6b", async (ICurrentUser current, Registry registry) => current.IsSignedIn ? Results.Text(await registry.ListAsync()) : Results.Forbid()); // expect: DOO103 registry:read
api.MapGet("/6c", async (ICurrentUser current, Registry registry) => current.Has(Scopes.Registry.Read) ? Results.Text(await registry.ListAsync()) : Results.Forbid());
api.MapGet("/6d", async (ICurrentUser current, Registry registry) => current.Has(Scopes.Registry.Update) ? Results.Text(await registry.ListAsync()) : Results.Forbid()); // expect: DOO103 registry:read

// case: a service that throws, awaited or not
api.MapGet("/7", async (Permissions permissions, Registry registry) =>
{
    await permissions.DemandAsync(Scopes.Registry.Read);
    return await registry.ListAsync();
});
api.MapGet("/7b", async (Permissions permissions, Registry registry) => // expect: DOO103 registry:read
{
    var text = await registry.ListAsync();
    await permissions.DemandAsync(Scopes.Registry.Read);
    return text;
});

// case: an exception around the question, and a call in the catch
api.MapGet("/8", async (DigitalOceanUser user, Registry registry) =>
{
    try
    {
        if (!user.HasScope(Scopes.Registry.Read))
        {
            throw new UnauthorizedAccessException();
        }

        return Results.Text(await registry.ListAsync());
    }
    catch (UnauthorizedAccessException)
    {
        return Results.Forbid();
    }
});
api.MapGet("/8b/{name}", async (string name, DigitalOceanUser user, Registry registry) => // expect: DOO103 registry:read
{
    try
    {
        if (!user.HasScope(Scopes.Registry.Read))
        {
            throw new UnauthorizedAccessException();
        }

        return Results.Text(name);
    }
    catch (UnauthorizedAccessException)
    {
        return Results.Text(await registry.ListAsync());
    }
});

// case: many scopes at once
api.MapPost("/9/{name}", async (string name, DigitalOceanUser user, Registry registry) =>
{
    string[] needed = [Scopes.Registry.Update, Scopes.Registry.Delete];
    if (needed.FirstOrDefault(scope => !user.HasScope(scope)) is { } missing)
    {
        return Results.Problem(detail: missing, statusCode: 403);
    }

    await registry.CollectAsync(name);
    await registry.DropAsync(name);
    return Results.NoContent();
});
api.MapPost("/9b/{name}", async (string name, DigitalOceanUser user, Registry registry) => // expect: DOO103 registry:update, expect: DOO103 registry:delete
{
    string[] needed = [Scopes.Registry.Update, Scopes.Registry.Delete];
    if (!needed.Any(user.HasScope))
    {
        return Results.Forbid();
    }

    await registry.CollectAsync(name);
    await registry.DropAsync(name);
    return Results.NoContent();
});
api.MapPost("/9c/{name}", async (string name, DigitalOceanUser user, Registry registry) =>
{
    if (Permissions.Writers.All(user.HasScope))
    {
        await registry.CollectAsync(name);
    }

    return Results.NoContent();
});

// case: negations, and by the laws of De Morgan
api.MapGet("/10", async (bool fresh, DigitalOceanUser user, Registry registry) => !(fresh && user.HasScope(Scopes.Registry.Read)) ? "" : await registry.ListAsync());
api.MapGet("/10b", async (bool fresh, DigitalOceanUser user, Registry registry) => !(fresh || user.HasScope(Scopes.Registry.Read)) ? "" : await registry.ListAsync()); // expect: DOO103 registry:read
api.MapGet("/10c", async (bool fresh, DigitalOceanUser user, Registry registry) => !fresh || !user.HasScope(Scopes.Registry.Read) ? "" : await registry.ListAsync());

// case: asked of the one user, in the loop over many things
api.MapPost("/11", async (string[] names, DigitalOceanUser user, Registry registry) =>
{
    foreach (var name in names)
    {
        if (!user.HasScope(Scopes.Registry.Update))
        {
            continue;
        }

        await registry.CollectAsync(name);
    }
});
api.MapPost("/11b", async (string[] names, DigitalOceanUser user, Registry registry) => // expect: DOO103 registry:update
{
    foreach (var name in names)
    {
        if (!user.HasScope(Scopes.Registry.Update) && names.Length > 1)
        {
            continue;
        }

        await registry.CollectAsync(name);
    }
});

// case: the service asks, by a private method that gives a Result; another of its methods does not
api.MapGet("/12", async (CarefulRegistry registry) => (await registry.ListAsync()).Match(Results.Text));
api.MapGet("/12b", async (CarefulRegistry registry) => (await registry.QuickAsync()).Match(Results.Text)); // expect: DOO103 registry:read

// case: the authorization service, with an early return and a variable
api.MapGet("/13", async Task<IResult> (HttpContext context, IAuthorizationService authorization, Registry registry) =>
{
    var result = await authorization.AuthorizeAsync(context.User, "registry");
    if (!result.Succeeded)
    {
        return Results.Challenge();
    }

    return Results.Text(await registry.ListAsync());
});
api.MapGet("/13b", async Task<IResult> (HttpContext context, IAuthorizationService authorization, Registry registry) => // expect: DOO103 registry:read
{
    var result = await authorization.AuthorizeAsync(context.User, "registry");
    if (result.Failure is { FailureReasons: var reasons })
    {
        context.Response.Headers["x-reasons"] = string.Join(',', reasons.Select(reason => reason.Message));
    }

    return Results.Text(await registry.ListAsync());
});

// case: a broader scope covers it
api.MapGet("/14", async (DigitalOceanUser user, Registry registry) => user.HasScope(Scopes.Registry.Read) || user.HasScope("read") ? await registry.ListAsync() : "");

// case: a refusal out of a method that gives null where all is well
api.MapDelete("/15/{name}", async (string name, DigitalOceanUser user, Registry registry) =>
{
    var refusal = Permissions.Refuse(user, Scopes.Registry.Delete);
    if (refusal is not null)
    {
        return refusal;
    }

    await registry.DropAsync(name);
    return Results.NoContent();
});
api.MapDelete("/15b/{name}", async (string name, DigitalOceanUser user, Registry registry) => // expect: DOO103 registry:delete
{
    var refusal = Permissions.Refuse(user, Scopes.Registry.Update);
    if (refusal is not null)
    {
        return refusal;
    }

    await registry.DropAsync(name);
    return Results.NoContent();
});
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Registry.Read)]
[DigitalOceanScope(Scopes.Registry.Update, Optional = true)]
[DigitalOceanScope(Scopes.Registry.Delete, Optional = true)]
public static partial class Deck;
