using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using DoOAuth;
namespace Company;

public static class Guards
{
    public static TBuilder RequireScopes<TBuilder>(this TBuilder builder, params string[] scopes) where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(new RequireScopeAttribute(scopes));
        return builder;
    }
    public static TBuilder RequireVpcs<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(policy => policy.RequireClaim("scope", "vpc:read"));
}
public sealed class VpcFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Vpc.Read) ? await next(context) : Results.Forbid();
}
