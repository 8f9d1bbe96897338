using System.Security.Claims;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Notes;
using DoOAuth.Sandbox.State;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DoOAuth.Sandbox.Callers;

/// <summary>Identifies the caller by the bearer token of the request.</summary>
internal static class Bearer
{
    private const string Scheme = "Bearer ";

    /// <summary>Returns the caller, or null if the header has no valid token.</summary>
    public static async Task<ApiCaller?> AuthenticateAsync(HttpContext context)
    {
        if (context.Features.Get<ApiCaller>() is { } known)
        {
            return known;
        }

        var callers = context.RequestServices.GetRequiredService<KnownCallers>();
        var token = Token(context.Request);
        var caller = token is null ? null : callers.Find(token);
        if (caller is null && (await context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme)).Principal is { } principal)
        {
            caller = Describe(principal, context.RequestServices.GetRequiredService<SandboxOptions>());
            if (caller is not null && token is not null && await EntryAsync(context, caller) is { } entry)
            {
                callers.Add(token, entry, caller);
            }
        }

        if (caller is null)
        {
            NoteOnce(context);
            return null;
        }

        context.Features.Set(caller);
        return caller;
    }

    private static string? Token(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..] : null;
    }

    private static ApiCaller? Describe(ClaimsPrincipal principal, SandboxOptions options)
    {
        var uuid = principal.GetClaim(Claims.Subject);
        var created = principal.GetCreationDate() ?? options.TimeProvider.GetUtcNow();
        var left = (principal.GetExpirationDate() ?? created) - options.TimeProvider.GetUtcNow();
        string[] scopes = [.. principal.GetScopes().Where(scope => scope != Scopes.OfflineAccess)];
        return options.Users.FirstOrDefault(user => user.Uuid == uuid) is { } user
            ? new ApiCaller(user, principal.GetClaim(Claims.ClientId) ?? "", principal.GetTokenId() ?? "", scopes, new ScopeCoverage(scopes), created.ToUnixTimeSeconds(), (long)left.TotalSeconds)
            : null;
    }

    private static async Task<StoredToken?> EntryAsync(HttpContext context, ApiCaller caller) =>
        caller.TokenId.Length == 0 ? null : await context.RequestServices.GetRequiredService<IOpenIddictTokenManager>().FindByIdAsync(caller.TokenId, context.RequestAborted) as StoredToken;

    // The limit and the operation both ask for the caller.
    private static void NoteOnce(HttpContext context)
    {
        if (context.Features.Get<Unauthenticated>() is null)
        {
            context.Features.Set(new Unauthenticated());
            RequestNotes.Add(context, context.Request.Headers.Authorization.Count == 0
                ? "The request has no Authorization header."
                : "The bearer token is unknown, expired or revoked.");
        }
    }

    private sealed class Unauthenticated;
}
