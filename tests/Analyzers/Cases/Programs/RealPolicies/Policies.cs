using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using DoOAuth;

namespace Policies;

public static class PolicyNames
{
    public const string CanRead = "images:read";
    public const string CanRename = "images:rename";
    public const string CanDrop = "images:drop";
    public const string OwnerOrCanDrop = "images:owner";
    public const string Both = "images:both";
    public const string Either = "images:either";
    public const string Staff = nameof(Staff);
    public const string Quota = nameof(Quota);
}

public static class PolicyRegistration
{
    private const string ScopeClaim = "scope";

    public static IServiceCollection AddImagePolicies(this IServiceCollection services)
    {
        var rename = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(ScopeClaim, Scopes.Image.Update).Build();
        services.AddAuthorization(options =>
        {
            options.AddPolicy(PolicyNames.CanRead, policy => policy.RequireClaim(ScopeClaim, Scopes.Image.Read));
            options.AddPolicy(PolicyNames.CanRename, rename);
            options.AddPolicy(PolicyNames.CanDrop, policy => policy.RequireAssertion(context => context.User.HasClaim(ScopeClaim, Scopes.Image.Delete)));
            options.AddPolicy(PolicyNames.OwnerOrCanDrop, policy => policy.RequireAssertion(context => context.User.IsInRole("owner") || context.User.HasClaim(ScopeClaim, Scopes.Image.Delete)));
            options.AddPolicy(PolicyNames.Both, policy =>
            {
                policy.RequireClaim(ScopeClaim, Scopes.Image.Read);
                policy.RequireClaim(ScopeClaim, Scopes.Image.Update);
            });
            options.AddPolicy(PolicyNames.Either, policy => policy.RequireClaim(ScopeClaim, Scopes.Image.Read, Scopes.Image.Update));
            options.AddPolicy(PolicyNames.Staff, policy => policy.RequireRole("staff").RequireClaim("department", "it", "ops"));
            options.AddPolicy(PolicyNames.Quota, policy => policy.Requirements.Add(new QuotaRequirement(10)));
        });
        return services.AddSingleton<IAuthorizationHandler, QuotaHandler>();
    }
}

public sealed record QuotaRequirement(int Limit) : IAuthorizationRequirement;

public sealed class QuotaHandler : AuthorizationHandler<QuotaRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, QuotaRequirement requirement)
    {
        if (context.User.HasClaim("scope", Scopes.Image.Delete) && requirement.Limit > 0)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

public interface IImages { string[] Kinds { get; } Task<string> ListAsync(); Task RenameAsync(long id, string name); Task DropAsync(long id); }

public sealed class Images(DigitalOceanClient client) : IImages
{
    public string[] Kinds => ["snapshot", "backup", "custom"];
    public Task<string> ListAsync() => client.GetStringAsync("/v2/images?private=true");
    public async Task RenameAsync(long id, string name) => (await client.PutAsJsonAsync($"/v2/images/{id}", new { name })).EnsureSuccessStatusCode();
    public async Task DropAsync(long id) => (await client.DeleteAsync($"/v2/images/{id}")).EnsureSuccessStatusCode();
}

public static class Handlers
{
    [Authorize(PolicyNames.CanRead)] public static Task<string> List(IImages images) => images.ListAsync();
    [Authorize(PolicyNames.Staff)] public static Task<string> ListForStaff(IImages images) => images.ListAsync();
}

// case: a policy of the controller, and one of an action beside it
[ApiController, Route("api/images"), Authorize(PolicyNames.CanRead)]
public sealed class ImagesController(IImages images) : ControllerBase
{
    [HttpGet] public Task<string> List() => images.ListAsync();
    [HttpPut("{id:long}"), Authorize(PolicyNames.CanRename)] public Task Rename(long id, string name) => images.RenameAsync(id, name);
    [HttpDelete("{id:long}")] public Task Drop(long id) => images.DropAsync(id); // expect: DOO103 image:delete
    [HttpDelete("{id:long}/quick"), AllowAnonymous] public Task DropQuick(long id) => images.DropAsync(id); // expect: DOO103 image:delete
}
