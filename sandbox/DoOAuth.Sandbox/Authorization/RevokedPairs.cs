using DoOAuth.Sandbox.Faults;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// Revoking an access token also ends the refresh token that was issued with it. DigitalOcean does not document this, but Doorkeeper
/// does it, whose error texts DigitalOcean's server has. The fault <c>keep-refresh-token</c> turns it off.
/// </summary>
internal sealed class RevokedPairs(IOpenIddictTokenManager tokens) : IOpenIddictServerHandler<HandleRevocationRequestContext>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(HandleRevocationRequestContext context)
    {
        if (RequestFaults.Of(context.Transaction.GetHttpRequest()!.HttpContext).Has(SandboxFaultKind.KeepRefreshToken)
            || !context.GenericTokenPrincipal.HasTokenType(TokenTypeIdentifiers.AccessToken)
            || context.GenericTokenPrincipal.GetAuthorizationId() is not { } authorization)
        {
            return;
        }

        var living = new List<object>();
        await foreach (var token in tokens.FindByAuthorizationIdAsync(authorization, context.CancellationToken))
        {
            if (await tokens.HasTypeAsync(token, TokenTypeIdentifiers.RefreshToken, context.CancellationToken))
            {
                living.Add(token);
            }
        }

        foreach (var token in living)
        {
            await tokens.TryRevokeAsync(token, context.CancellationToken);
        }
    }
}
