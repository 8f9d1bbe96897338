using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;

namespace DoOAuth;

/// <summary>Evaluates guards with the scopes of the session. The reason for a refusal is determined here, once: see <see cref="GuardRefusal"/>.</summary>
internal sealed class ScopeAuthorizationHandler(ApplicationDirectory applications, CrossSitePolicy crossSite)
    : AuthorizationHandler<ScopeRequirement>
{
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

    private bool Allows(ScopeRequirement requirement, ClaimsPrincipal user, HttpContext? http)
    {
        if (http is not null)
        {
            PersonalEndpoint.Prepare(http);
        }

        if (applications.Find(requirement.Scheme) is not { } application)
        {
            return false;
        }

        var refusal = Refuse(requirement, user, application, http);
        if (http is not null)
        {
            refusal?.Note(http, application);
        }

        return refusal is null;
    }

    private GuardRefusal? Refuse(ScopeRequirement requirement, ClaimsPrincipal user, DigitalOceanApplication application, HttpContext? http) =>
        http is not null && crossSite.IsForeign(http, application) ? new(FailureReasons.CrossSite)
        : http is not null && SessionStatus.Of(http, application) is { UnavailableBecause: { } because } ? new(because)
        : DigitalOceanIdentity.ScopesOf(user, application.Scheme) is not { } granted ? new(FailureReasons.LoginRequired, requirement.Scopes)
        : granted.CoversAll(requirement.Scopes) ? null
        : new(FailureReasons.ScopeMissing, granted.Missing(requirement.Scopes));

    // The framework has read the guard's policy, but not its scopes.
    private static IEnumerable<RequireScopeAttribute> GuardsOf(object? resource) => resource switch
    {
        HubInvocationContext call => call.HubMethod.GetCustomAttributes<RequireScopeAttribute>(inherit: true),
        RouteData route => route.PageType.GetCustomAttributes<RequireScopeAttribute>(inherit: true),
        _ => throw new InvalidOperationException(
            "[RequireScope] was evaluated without its scopes, so all users are rejected. In Blazor, write "
            + "<AuthorizeRouteView RouteData=\"routeData\" Resource=\"routeData\" …>. Elsewhere, add a guard to the endpoint, such as .RequireAccountRead()."),
    };

    private bool AllowsAll(AuthorizationHandlerContext context, IEnumerable<RequireScopeAttribute> guards)
    {
        ScopeRequirement[] requirements =
            [.. guards.SelectMany(guard => ((IAuthorizationRequirementData)guard).GetRequirements()).OfType<ScopeRequirement>()];
        return requirements.Length > 0
            && Array.TrueForAll(requirements, requirement => !IsForeign(context.Resource, requirement) && Allows(requirement, context.User, http: null));
    }

    // A hub can be open to everyone but have methods that are not. In that case nothing has checked the origin of its connection yet.
    private bool IsForeign(object? resource, ScopeRequirement requirement) =>
        resource is HubInvocationContext call
        && call.Context.GetHttpContext() is { } http
        && applications.Find(requirement.Scheme) is { } application
        && crossSite.IsForeign(http, application);
}
