using System.Security.Claims;
using DoOAuth;

namespace Questions;

public sealed class Registry(DigitalOceanClient client)
{
    public Task<string> ListAsync() => client.GetStringAsync("/v2/registries");
    public async Task CollectAsync(string name) => (await client.PostAsync($"/v2/registries/{DigitalOceanPath.Segment(name)}/garbage-collection", null)).EnsureSuccessStatusCode();
    public async Task DropAsync(string name) => (await client.DeleteAsync($"/v2/registries/{DigitalOceanPath.Segment(name)}")).EnsureSuccessStatusCode();
}

public interface ICurrentUser { bool IsSignedIn { get; } bool CanReadRegistries { get; } bool Has(string scope); }

public sealed class CurrentUser(IHttpContextAccessor accessor) : ICurrentUser
{
    private ClaimsPrincipal? Principal => accessor.HttpContext?.User;
    public bool IsSignedIn => Principal?.Identity is { IsAuthenticated: true };
    public bool CanReadRegistries => Has(Scopes.Registry.Read);
    public bool Has(string scope) => Principal is { } principal && principal.HasClaim("scope", scope);
}

public sealed class Permissions(DigitalOceanUser user, ILogger<Permissions> logger)
{
    public static readonly string[] Writers = [Scopes.Registry.Read, Scopes.Registry.Update];

    public async Task DemandAsync(string scope)
    {
        await Task.Yield();
        if (user.HasScope(scope))
        {
            return;
        }

        logger.LogWarning("{Scope} is missing", scope);
        throw new BadHttpRequestException(scope, StatusCodes.Status403Forbidden);
    }

    public static IResult? Refuse(DigitalOceanUser user, string scope) => user.HasScope(scope) ? null : Results.Problem(detail: scope, statusCode: 403);
}

public readonly record struct Outcome(string? Text, bool Allowed)
{
    public static readonly Outcome Refused = new(null, false);
    public IResult Match(Func<string, string?, System.Text.Encoding?, IResult> ok) => Allowed ? ok(Text ?? "", null, null) : Results.Forbid();
}

public sealed class CarefulRegistry(Registry registry, DigitalOceanUser user)
{
    public async Task<Outcome> ListAsync()
    {
        if (Denied(Scopes.Registry.Read))
        {
            return Outcome.Refused;
        }

        return new(await registry.ListAsync(), true);
    }

    public async Task<Outcome> QuickAsync() => new(await registry.ListAsync(), !Denied(Scopes.Registry.Read));

    private bool Denied(string scope) => !user.HasScope(scope);
}
