using DoOAuth.Catalog;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DoOAuth.Sandbox.Callers;

/// <summary>Identifies the caller by the bearer token of the request.</summary>
internal static class Bearer
{
    /// <summary>Returns the caller, or null if the header has no valid token.</summary>
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
