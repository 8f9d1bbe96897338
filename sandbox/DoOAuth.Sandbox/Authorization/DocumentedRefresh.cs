using DoOAuth.Sandbox.Notes;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// DigitalOcean's reference lists two parameters for a refresh: <c>grant_type</c> and <c>refresh_token</c>. OpenIddict requires an
/// authenticated client, so this uses the one that the refresh token was issued to.
/// </summary>
internal sealed class DocumentedRefresh(IOpenIddictTokenManager tokens, ClientRegistry clients) : IOpenIddictServerHandler<ValidateTokenRequestContext>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        var request = context.Request;
        if (!request.IsRefreshTokenGrantType() || request.ClientId is not null || request.ClientSecret is not null || request.RefreshToken is not { Length: > 0 } token)
        {
            return;
        }

        if (await tokens.FindByReferenceIdAsync(TokenText.ToReference(token), context.CancellationToken) is not { } entry
            || await clients.OfTokenAsync(entry, context.CancellationToken) is not { } client)
        {
            context.Reject(Errors.InvalidGrant, "There is no such refresh token.");
            return;
        }

        request.ClientId = client.ClientId;
        request.ClientSecret = client.ClientSecret;
        if (client.ClientSecret is not null)
        {
            RequestNotes.Add(
                context.Transaction.GetHttpRequest()!.HttpContext,
                "The refresh does not authenticate the client, so anyone with the refresh token can use it. Send client_id and client_secret too.");
        }
    }
}
