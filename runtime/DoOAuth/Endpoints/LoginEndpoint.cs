using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary><c>GET /login?returnUrl=&amp;scope=</c>: checks both, then sends the browser to DigitalOcean.</summary>
internal static class LoginEndpoint
{
    public static async Task HandleAsync(HttpContext context, DigitalOceanApplication application)
    {
        NoStore.Set(context.Response);
        var returnUrl = PathOf.Home(context);
        if (context.Request.Query.TryGetValue("returnUrl", out var returnUrls) && !(returnUrls is [var only] && string.IsNullOrEmpty(only)))
        {
            if (returnUrls.Count != 1 || LocalUrl.TryRead(returnUrls[0]) is not { } local)
            {
                await new Refusal(
                    StatusCodes.Status400BadRequest,
                    "returnUrl leads elsewhere",
                    "returnUrl must be a path of this app, such as /droplets.").ExecuteAsync(context);
                return;
            }

            returnUrl = local;
        }

        var wanted = context.Request.Query.TryGetValue("scope", out var scopes)
            ? [.. scopes.SelectMany(text => (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)]
            : Array.Empty<string>();
        if (Array.Exists(wanted, scope => !application.Declares(scope)))
        {
            await new Refusal(
                StatusCodes.Status400BadRequest,
                "scope is not declared",
                $"This application declares only these scopes: {string.Join(' ', application.RequiredScopes.Concat(application.OptionalScopes))}.")
                .ExecuteAsync(context);
            return;
        }

        await ChallengeAsync(context, application, returnUrl, wanted);
    }

    /// <summary>Sends the browser to DigitalOcean, for the declared scopes, those granted before, and the wanted ones.</summary>
    public static async Task ChallengeAsync(
        HttpContext context, DigitalOceanApplication application, string returnUrl, IReadOnlyList<string> wanted)
    {
        var session = await context.AuthenticateAsync(application.SessionScheme);
        if (SessionStatus.Of(context, application) is { UnavailableBecause: FailureReasons.StoreUnreachable } status && !session.Succeeded)
        {
            // What was granted before cannot be told, and a session could not be stored either.
            await SessionAnswers.UnavailableAsync(context, status);
            return;
        }

        var granted = session.Principal is { } principal ? GrantedScopes.Of(principal, application.Scheme) : null;

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
            await SessionAnswers.StoreAwayAsync(context, "The app's session store cannot be reached, and nobody can sign in without it. Try again in a moment.");
        }
    }
}
