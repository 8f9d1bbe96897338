using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// Starts a sign-in, for the login endpoint and for a guard that redirects to DigitalOcean to request a scope that was not granted. The challenge is
/// the framework's. <see cref="DigitalOceanOAuthHandler"/> builds its address.
/// </summary>
internal static class LoginChallenge
{
    /// <summary>Redirects to DigitalOcean to request the declared scopes, those granted before, and the wanted ones.</summary>
    public static async Task SendAsync(
        HttpContext context, DigitalOceanApplication application, string returnUrl, IReadOnlyList<string> wanted)
    {
        var session = await context.AuthenticateAsync(application.SessionScheme);
        if (SessionStatus.Of(context, application) is { UnavailableBecause: FailureReasons.StoreUnreachable } status && !session.Succeeded)
        {
            // It is not known which scopes were granted before, and a session could not be stored either.
            await UnavailableAnswers.WriteAsync(context, status);
            return;
        }

        var granted = session.Principal is { } principal ? DigitalOceanIdentity.ScopesOf(principal, application.Scheme) : null;

        // Only names that the compiler has checked, because an unknown scope leads to an error page at DigitalOcean.
        var before = granted is null ? [] : application.OptionalScopes.Where(granted.Names);
        var cameFrom = granted is not null && wanted.Count > 0 ? PathOf.Referrer(context) ?? returnUrl : null;
        try
        {
            await context.ChallengeAsync(application.Scheme, SignInState.Begin(returnUrl, wanted, before, cameFrom));
        }
        catch (CryptographicException exception) when (SessionStoreException.IsCauseOf(exception))
        {
            // The keys that the state is encrypted with are in the store too.
            await UnavailableAnswers.StoreAwayAsync(context, "You cannot sign in at the moment because the app's session store cannot be reached. Try again in a moment.");
        }
    }
}
