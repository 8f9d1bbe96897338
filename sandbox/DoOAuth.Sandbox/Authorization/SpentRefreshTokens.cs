using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// A refresh token that is spent is refused, and that is all. OpenIddict would take the second use for theft and revoke
/// what the first one got; at DigitalOcean a late second request does not sign the first one out.
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
