using DoOAuth;

namespace Groups;

public static class Balancers
{
    public static async Task<IResult> List(DigitalOceanClient client, CancellationToken cancel) => Results.Text(await client.GetStringAsync("/v2/load_balancers", cancel));

    public static async Task<IResult> Drop(Guid id, DigitalOceanClient client, CancellationToken cancel)
    {
        using var answer = await client.DeleteAsync($"/v2/load_balancers/{id}", cancel);
        return Results.StatusCode((int)answer.StatusCode);
    }

    public static async Task<IResult> AddRule(Guid id, object rule, DigitalOceanClient client, CancellationToken cancel)
    {
        using var answer = await client.PostAsJsonAsync($"/v2/load_balancers/{id}/forwarding_rules", rule, cancel);
        return Results.StatusCode((int)answer.StatusCode);
    }
}

public static class GroupExtensions
{
    public static RouteGroupBuilder AsReadOnly(this RouteGroupBuilder group) => group.WithTags("read").RequireLoadBalancerRead();
    public static RouteGroupBuilder AsAdmin(this RouteGroupBuilder group) => group.AsReadOnly().RequireLoadBalancerDelete();
    public static RouteGroupBuilder WithDefaults(this RouteGroupBuilder group) => group.WithTags("default").DisableAntiforgery();

    public static RouteGroupBuilder MapSecured(this IEndpointRouteBuilder routes, string prefix, params string[] scopes)
    {
        var group = routes.MapGroup(prefix).WithTags("secured");
        foreach (var scope in scopes)
        {
            group.Guarded(scope);
        }

        return group;
    }

    private static RouteGroupBuilder Guarded(this RouteGroupBuilder group, string scope) => group.RequireDigitalOceanScope(Deck.Scheme, scope);
}

public sealed class BalancerRoutes
{
    private readonly RouteGroupBuilder _read;
    private readonly RouteGroupBuilder _write;

    public BalancerRoutes(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/fields");
        _read = all.MapGroup("/read");
        _write = all.MapGroup("/write");
        _read.RequireLoadBalancerRead();
        _write.RequireDigitalOceanScope(Deck.Scheme, Scopes.LoadBalancer.Update);
    }

    // case: the fields are mapped to by other methods
    public void Map()
    {
        MapRead();
        MapWrite();
    }

    private void MapRead() => _read.MapGet("/", Balancers.List);

    private void MapWrite()
    {
        _write.MapPost("/{id:guid}/rules", Balancers.AddRule);
        _write.MapDelete("/{id:guid}", Balancers.Drop); // expect: DOO103 load_balancer:delete
    }
}

public sealed class ScopeFilter(string scope) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.User.HasClaim("scope", scope))
        {
            return await next(context);
        }

        return Results.Problem(statusCode: StatusCodes.Status403Forbidden, extensions: new Dictionary<string, object?> { ["scope"] = scope });
    }
}

public sealed class LoggingFilter(ILogger<LoggingFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        logger.LogInformation("{Path} by {User}", context.HttpContext.Request.Path, context.HttpContext.User.Identity?.Name);
        return await next(context);
    }
}
