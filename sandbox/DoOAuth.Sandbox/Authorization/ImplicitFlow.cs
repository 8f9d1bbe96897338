using DoOAuth.Sandbox.Notes;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// The implicit flow (<c>response_type=token</c>): the token comes back in the fragment of the redirect address, in DigitalOcean's
/// format and without a refresh token.
/// </summary>
internal sealed class ImplicitFlow(SandboxOptions options) :
    IOpenIddictServerHandler<ValidateAuthorizationRequestContext>,
    IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    /// <summary>Ignores PKCE, which protects codes only. OpenIddict would reject it.</summary>
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (context.Request.ResponseType == ResponseTypes.Token)
        {
            context.Request.CodeChallenge = null;
            context.Request.CodeChallengeMethod = null;
            RequestNotes.Add(
                context.Transaction.GetHttpRequest()!.HttpContext,
                "The implicit flow puts the access token into an address, which browsers keep in their history. Use response_type=code with PKCE.");
        }

        return default;
    }

    /// <summary>Writes <c>token_type</c> and <c>expires_in</c> as DigitalOcean does, and no <c>scope</c>.</summary>
    public ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        if (context.Response.AccessToken is not null)
        {
            context.Response.TokenType = "bearer";
            context.Response.ExpiresIn = (long)options.AccessTokenLifetime.TotalSeconds;
            context.Response.Scope = null;
        }

        return default;
    }
}
