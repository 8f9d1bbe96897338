using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// Begins a sign-in: by the login endpoint, and by a guard that sends the user to DigitalOcean for a scope that was not granted. The challenge is the
/// framework's; <see cref="DigitalOceanOAuthHandler"/> builds its address.
/// </summary>
internal static class LoginChallenge
{
    /// <summary>Sends the browser to DigitalOcean, for the declared scopes, those granted before, and the wanted ones.</summary>
    public static async Task SendAsync(
        HttpContext context, DigitalOceanApplication application, string returnUrl, IReadOnlyList<string> wanted)
    {
        var session = await context.AuthenticateAsync(application.SessionScheme);
        if (SessionStatus.Of(context, application) is { UnavailableBecause: FailureReasons.StoreUnreachable } status && !session.Succeeded)
        {
            // What was granted before cannot be told, and a session could not be stored either.
            await UnavailableAnswers.WriteAsync(context, status);
            return;
        }

        var granted = session.Principal is { } principal ? DigitalOceanIdentity.ScopesOf(principal, application.Scheme) : null;

        // Only names that the compiler has checked: an unknown one would strand the user on an error page at DigitalOcean.
        var before = granted is null ? [] : application.OptionalScopes.Where(granted.Names);
        var cameFrom = granted is not null && wanted.Count > 0 ? PathOf.Referrer(context) ?? returnUrl : null;
        try
        {
            await context.ChallengeAsync(application.Scheme, SignInState.Begin(returnUrl, wanted, before, cameFrom));
        }
        catch (CryptographicException exception) when (SessionStoreException.IsCauseOf(exception))
        {
            // The keys that the state is encrypted with are in the store too.
            await UnavailableAnswers.StoreAwayAsync(context, "The app's session store cannot be reached, and nobody can sign in without it. Try again in a moment.");
        }
    }
}
