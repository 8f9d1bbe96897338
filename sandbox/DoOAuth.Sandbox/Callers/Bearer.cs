using DoOAuth.Catalog;
using DoOAuth.Sandbox.Notes;
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
        if (context.Features.Get<ApiCaller>() is { } known)
        {
            return known;
        }

        var result = await context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        if (result.Principal is not { } principal)
        {
            if (context.Features.Get<Unauthenticated>() is null)
            {
                context.Features.Set(new Unauthenticated());
                RequestNotes.Add(context, context.Request.Headers.Authorization.Count == 0
                    ? "The request has no Authorization header."
                    : "The bearer token is unknown, expired or revoked.");
            }

            return null;
        }

        var options = context.RequestServices.GetRequiredService<SandboxOptions>();
        var uuid = principal.GetClaim(Claims.Subject);
        var created = principal.GetCreationDate() ?? options.TimeProvider.GetUtcNow();
        var left = (principal.GetExpirationDate() ?? created) - options.TimeProvider.GetUtcNow();
        string[] scopes = [.. principal.GetScopes().Where(scope => scope != Scopes.OfflineAccess)];
        if (options.Users.FirstOrDefault(user => user.Uuid == uuid) is not { } user)
        {
            return null;
        }

        var caller = new ApiCaller(user, principal.GetClaim(Claims.ClientId) ?? "", principal.GetTokenId() ?? "", scopes, new ScopeCoverage(scopes), created.ToUnixTimeSeconds(), (long)left.TotalSeconds);
        context.Features.Set(caller);
        return caller;
    }

    // The answer to the first look, so that a second one does not add the note again.
    private sealed class Unauthenticated;
}
