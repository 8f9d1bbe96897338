using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

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

        return GrantedScopes.Of(user, application.Scheme) is { } granted && granted.CoversAll(requirement.Scopes);
    }

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (Allows(requirement, context.User, context.Resource as HttpContext))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
