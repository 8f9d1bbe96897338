using Microsoft.AspNetCore.Authorization;

namespace DoOAuth;

/// <summary>Replaces a guard that does not specify which of several applications it means, and explains that.</summary>
internal sealed class AmbiguousApplicationRequirement(DigitalOceanApplication[] applications)
    : IAuthorizationRequirement, IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context) => throw new InvalidOperationException(
        $"[RequireScope] does not specify an application, but several are registered: {string.Join(", ", applications.Select(a => a.Scheme))}. "
        + $"Write [RequireScope(…, Scheme = \"{applications[0].Scheme}\")].");
}
