using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// Rejects a used refresh token and does nothing else. OpenIddict would treat the second use as theft and revoke the tokens from
/// the first use. At DigitalOcean, a late second request does not sign the user out.
/// </summary>
internal sealed class SpentRefreshTokens(IOpenIddictTokenManager tokens) : IOpenIddictServerHandler<ValidateTokenContext>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.ValidTokenTypes.Count != 1
            || !context.ValidTokenTypes.Contains(TokenTypeIdentifiers.RefreshToken)
            || context.TokenId is null
            || await tokens.FindByIdAsync(context.TokenId, context.CancellationToken) is not { } entry)
        {
            return;
        }

        if (!await tokens.HasStatusAsync(entry, Statuses.Valid, context.CancellationToken))
        {
            context.Reject(Errors.InvalidToken, "The refresh token has been used or revoked. A refresh token works once.");
        }
    }
}
