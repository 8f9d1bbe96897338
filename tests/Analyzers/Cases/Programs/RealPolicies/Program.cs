using Microsoft.AspNetCore.Authorization;
using Policies;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddControllers();
builder.Services.AddScoped<IImages, Images>();
builder.Services.AddImagePolicies();
var app = builder.Build();
app.MapDeck();
app.MapControllers();

// Policies of an app, in a class of their own. What has no mark is guarded.
var images = app.MapGroup("/images");

// case: a policy by a constant, on the endpoint and on a group
images.MapGet("/1", (IImages api) => api.ListAsync()).RequireAuthorization(PolicyNames.CanRead);
app.MapGroup("/images/1").RequireAuthorization(PolicyNames.CanRead).MapGet("/", (IImages api) => api.ListAsync());
app.MapGroup("/images/1").RequireAuthorization(PolicyNames.CanRead).MapPut("/{id:long}", (long id, IImages api) => api.RenameAsync(id, "x")); // expect: DOO103 image:update

// case: signed in is not enough
images.MapGet("/2", (IImages api) => api.ListAsync()).RequireAuthorization(); // expect: DOO103 image:read
images.MapGet("/2b", (IImages api) => api.ListAsync()).RequireAuthorization(PolicyNames.Staff); // expect: DOO103 image:read

// case: a policy that was built before it is added
images.MapPut("/3/{id:long}", (long id, IImages api) => api.RenameAsync(id, "x")).RequireAuthorization(PolicyNames.CanRename);

// case: one policy requires both scopes, another either of the two
images.MapPost("/4/{id:long}", async (long id, IImages api) => { await api.RenameAsync(id, "x"); return await api.ListAsync(); }).RequireAuthorization(PolicyNames.Both);
images.MapPut("/4b/{id:long}", (long id, IImages api) => api.RenameAsync(id, "x")).RequireAuthorization(PolicyNames.Either); // expect: DOO103 image:update

// case: an assertion with a claim, and with a condition beside it
images.MapDelete("/5/{id:long}", (long id, IImages api) => api.DropAsync(id)).RequireAuthorization(PolicyNames.CanDrop);
images.MapDelete("/5b/{id:long}", (long id, IImages api) => api.DropAsync(id)).RequireAuthorization(PolicyNames.OwnerOrCanDrop); // expect: DOO103 image:delete

// case: two policies on one endpoint, and an attribute with a policy on the lambda
images.MapGet("/6", (IImages api) => api.ListAsync()).RequireAuthorization(PolicyNames.Staff, PolicyNames.CanRead);
images.MapGet("/6b", [Authorize(Policy = PolicyNames.CanRead)] (IImages api) => api.ListAsync());
images.MapGet("/6c", [Authorize(PolicyNames.Staff, Roles = "ops")] (IImages api) => api.ListAsync()); // expect: DOO103 image:read
images.MapGet("/6d", Handlers.List);
images.MapGet("/6e", Handlers.ListForStaff); // expect: DOO103 image:read

// case: a policy that is made in place
images.MapGet("/7", (IImages api) => api.ListAsync()).RequireAuthorization(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim("scope", Scopes.Image.Read).Build());
images.MapGet("/7b", (IImages api) => api.ListAsync()).RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole("ops")); // expect: DOO103 image:read

// case: a requirement of the app's own can require any scope: quiet
images.MapDelete("/8/{id:long}", (long id, IImages api) => api.DropAsync(id)).RequireAuthorization(PolicyNames.Quota);

// case: no call
images.MapGet("/9", (IImages api) => api.Kinds).RequireAuthorization(PolicyNames.Staff);
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Image.Read)]
[DigitalOceanScope(Scopes.Image.Update, Optional = true)]
[DigitalOceanScope(Scopes.Image.Delete, Optional = true)]
public static partial class Deck;
