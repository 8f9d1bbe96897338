using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Faults;
using DoOAuth.Sandbox.Notes;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// Revocation requires only a valid access token in the header, because the form that DigitalOcean documents has nothing but the token.
/// If the form also contains the client's credentials, they must be right.
/// </summary>
internal sealed class RevocationBearer(IOpenIddictTokenManager tokens, ClientRegistry clients, SandboxOptions options)
    : IOpenIddictServerHandler<ValidateRevocationRequestContext>
{
    private const string Scheme = "Bearer ";

    /// <inheritdoc/>
    public async ValueTask HandleAsync(ValidateRevocationRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()!.HttpContext;
        var faults = RequestFaults.Of(http);
        var header = http.Request.Headers.Authorization.ToString();
        var namesClient = context.Request.ClientId is not null || context.Request.ClientSecret is not null;
        if (namesClient && header.Length > 0 && faults.Has(SandboxFaultKind.OneAuthentication))
        {
            context.Reject(Errors.InvalidRequest, "The request authenticates in two ways: by the bearer and by the client's credentials.");
        }
        else if (faults.Has(SandboxFaultKind.ClientOnly))
        {
            if (!namesClient)
            {
                context.Reject(Errors.InvalidClient, "The client's credentials are missing.");
            }
        }
        else if (await ClientOfAsync(header, context.CancellationToken) is not { } client)
        {
            RequestNotes.Add(http, "Revoking requires a valid access token as the bearer token.");
            await ApiAnswers.UnauthorizedAsync(http);
            context.HandleRequest();
        }
        else if (!namesClient)
        {
            // OpenIddict requires an authenticated client, so use the one that the bearer token was issued to.
            context.Request.ClientId = client.ClientId;
            context.Request.ClientSecret = client.ClientSecret;
        }
    }

    // Reads the stored token, because OpenIddict's validation cannot run while its server handles the request.
    private async Task<SandboxClient?> ClientOfAsync(string header, CancellationToken cancellationToken)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || await tokens.FindByReferenceIdAsync(TokenText.ToReference(header[Scheme.Length..].Trim()), cancellationToken) is not { } entry
            || !await tokens.HasTypeAsync(entry, TokenTypeIdentifiers.AccessToken, cancellationToken)
            || !await tokens.HasStatusAsync(entry, Statuses.Valid, cancellationToken)
            || await tokens.GetExpirationDateAsync(entry, cancellationToken) <= options.TimeProvider.GetUtcNow())
        {
            return null;
        }

        return await clients.OfTokenAsync(entry, cancellationToken);
    }
}
