using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Evaluates guards on the set of scopes that came with the session.</summary>
internal sealed class ScopeAuthorizationHandler(ApplicationDirectory applications, CrossSitePolicy crossSite)
    : AuthorizationHandler<ScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (applications.Find(requirement.Scheme) is not { } application)
        {
            return Task.CompletedTask;
        }

        if (context.Resource is HttpContext http
            && (crossSite.IsForeign(http, application) || SessionStatus.Of(http, application) is { UnavailableBecause: not null }))
        {
            return Task.CompletedTask;
        }

        if (GrantedScopes.Of(context.User, application.Scheme) is { } granted && granted.CoversAll(requirement.Scopes))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
