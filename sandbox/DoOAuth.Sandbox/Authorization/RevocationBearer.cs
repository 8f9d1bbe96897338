using DoOAuth.Sandbox.Api;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>Revocation wants a living access token in the header, beside the form's token and credentials.</summary>
internal sealed class RevocationBearer(IOpenIddictTokenManager tokens, TimeProvider time) : IOpenIddictServerHandler<ValidateRevocationRequestContext>
{
    private const string Scheme = "Bearer ";

    /// <inheritdoc/>
    public async ValueTask HandleAsync(ValidateRevocationRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()!.HttpContext;
        if (!await IsAliveAsync(http.Request.Headers.Authorization.ToString(), context.CancellationToken))
        {
            await ApiAnswers.UnauthorizedAsync(http);
            context.HandleRequest();
        }
    }

    // By the token's entry: OpenIddict's validation has no say yet while its server is answering.
    private async Task<bool> IsAliveAsync(string header, CancellationToken cancellationToken) =>
        header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && await tokens.FindByReferenceIdAsync(TokenText.ToReference(header[Scheme.Length..].Trim()), cancellationToken) is { } entry
        && await tokens.HasTypeAsync(entry, TokenTypeIdentifiers.AccessToken, cancellationToken)
        && await tokens.HasStatusAsync(entry, Statuses.Valid, cancellationToken)
        && await tokens.GetExpirationDateAsync(entry, cancellationToken) > time.GetUtcNow();
}
