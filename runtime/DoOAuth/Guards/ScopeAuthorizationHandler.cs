using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;

namespace DoOAuth;

/// <summary>Evaluates guards on the set of scopes that came with the session.</summary>
internal sealed class ScopeAuthorizationHandler(ApplicationDirectory applications, CrossSitePolicy crossSite)
    : AuthorizationHandler<ScopeRequirement>
{
    /// <summary>Whether a user meets the requirement.</summary>
    /// <param name="requirement">What the guard asks for.</param>
    /// <param name="user">The user.</param>
    /// <param name="http">The request, where that is what is guarded.</param>
    public bool Allows(ScopeRequirement requirement, ClaimsPrincipal user, HttpContext? http)
    {
        if (http is not null)
        {
            PersonalEndpoint.Prepare(http);
        }

        if (applications.Find(requirement.Scheme) is not { } application)
        {
            return false;
        }

        if (http is not null
            && (crossSite.IsForeign(http, application) || SessionStatus.Of(http, application) is { UnavailableBecause: not null }))
        {
            return false;
        }

        return DigitalOceanIdentity.ScopesOf(user, application.Scheme) is { } granted && granted.CoversAll(requirement.Scopes);
    }

    public override async Task HandleAsync(AuthorizationHandlerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.PendingRequirements.OfType<BareGuardRequirement>().FirstOrDefault() is { } bare
            && (context.Requirements.Any(requirement => requirement is ScopeRequirement) || AllowsAll(context, GuardsOf(context.Resource))))
        {
            context.Succeed(bare);
        }

        await base.HandleAsync(context);
    }

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (Allows(requirement, context.User, context.Resource as HttpContext))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    // Where the framework has read a policy and not what comes beside it.
    private static IEnumerable<RequireScopeAttribute> GuardsOf(object? resource) => resource switch
    {
        HubInvocationContext call => call.HubMethod.GetCustomAttributes<RequireScopeAttribute>(inherit: true),
        RouteData route => route.PageType.GetCustomAttributes<RequireScopeAttribute>(inherit: true),
        _ => throw new InvalidOperationException(
            "[RequireScope] is evaluated here without its scopes, and nobody is let through so. Where Blazor asks, write "
            + "<AuthorizeRouteView RouteData=\"routeData\" Resource=\"routeData\" …>; elsewhere guard the endpoint, such as with .RequireAccountRead()."),
    };

    private bool AllowsAll(AuthorizationHandlerContext context, IEnumerable<RequireScopeAttribute> guards)
    {
        ScopeRequirement[] requirements =
            [.. guards.SelectMany(guard => ((IAuthorizationRequirementData)guard).GetRequirements()).OfType<ScopeRequirement>()];
        return requirements.Length > 0
            && Array.TrueForAll(requirements, requirement => !IsForeign(context.Resource, requirement) && Allows(requirement, context.User, http: null));
    }

    // A hub may be open to all, and have methods that are not: then nothing has looked at where its connection comes from.
    private bool IsForeign(object? resource, ScopeRequirement requirement) =>
        resource is HubInvocationContext call
        && call.Context.GetHttpContext() is { } http
        && applications.Find(requirement.Scheme) is { } application
        && crossSite.IsForeign(http, application);
}
