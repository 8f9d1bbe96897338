using DoOAuth.Catalog;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DoOAuth.Sandbox.Callers;

/// <summary>Finds out whose token a request carries.</summary>
internal static class Bearer
{
    /// <summary>The caller, or null without a living token in the header.</summary>
    public static async Task<ApiCaller?> AuthenticateAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        if (result.Principal is not { } principal)
        {
            return null;
        }

        var options = context.RequestServices.GetRequiredService<SandboxOptions>();
        var uuid = principal.GetClaim(Claims.Subject);
        var created = principal.GetCreationDate() ?? options.TimeProvider.GetUtcNow();
        var left = (principal.GetExpirationDate() ?? created) - options.TimeProvider.GetUtcNow();
        string[] scopes = [.. principal.GetScopes().Where(scope => scope != Scopes.OfflineAccess)];
        return options.Users.FirstOrDefault(user => user.Uuid == uuid) is { } user
            ? new ApiCaller(user, principal.GetClaim(Claims.ClientId) ?? "", scopes, new ScopeCoverage(scopes), created.ToUnixTimeSeconds(), (long)left.TotalSeconds)
            : null;
    }
}
