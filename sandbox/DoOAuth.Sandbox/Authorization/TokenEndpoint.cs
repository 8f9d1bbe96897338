using System.Security.Claims;
using DoOAuth.Sandbox.Faults;
using DoOAuth.Sandbox.Traffic;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>Issues tokens for a code or a refresh token. OpenIddict has already validated it.</summary>
internal sealed class TokenEndpoint(SandboxOptions options, ScopeLedger ledger)
{
    private const string Server = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    /// <summary>Handles a request. <see cref="SingleFile"/> lets in one at a time.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var presented = (await context.AuthenticateAsync(Server)).Principal
            ?? throw new InvalidOperationException("OpenIddict has let a request through without a code or a refresh token.");
        var isRefresh = context.GetOpenIddictServerRequest()!.IsRefreshTokenGrantType();
        var faults = RequestFaults.Of(context);

        // A new identity, because a copy would keep the old dates. OpenIddict copies the authorization.
        var identity = new ClaimsIdentity(authenticationType: "sandbox", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, presented.GetClaim(Claims.Subject));
        string[] granted = faults.Find(SandboxFaultKind.Grant)?.Value is { } value
            ? value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [.. presented.GetScopes().Remove(Scopes.OfflineAccess)];
        identity.SetScopes([.. granted, Scopes.OfflineAccess]);

        var lifetime = faults.Find(SandboxFaultKind.Lifetime)?.Value is { } text ? FaultText.ReadDuration(text)!.Value : options.AccessTokenLifetime;
        var principal = new ClaimsPrincipal(identity);
        principal.SetAccessTokenLifetime(lifetime);

        var tokens = context.RequestServices.GetRequiredService<IOpenIddictTokenManager>();
        if (isRefresh)
        {
            await KillAccessTokensAsync(tokens, presented.GetAuthorizationId()!, context.RequestAborted);
        }

        var user = options.Users.FirstOrDefault(user => user.Uuid == presented.GetClaim(Claims.Subject)) ?? options.Users[0];
        ledger.Grant(context.GetOpenIddictServerRequest()!.ClientId!, granted);
        context.Features.Set(new IssuedGrant(user, granted, lifetime));
        await context.SignInAsync(Server, principal);

        if (isRefresh && faults.Has(SandboxFaultKind.NoRefreshToken))
        {
            await KeepAsync(tokens, presented.GetTokenId()!);
        }
    }

    // Using a refresh token invalidates the access token that was issued with it.
    private static async Task KillAccessTokensAsync(IOpenIddictTokenManager tokens, string authorizationId, CancellationToken cancellationToken)
    {
        var living = new List<object>();
        await foreach (var token in tokens.FindByAuthorizationIdAsync(authorizationId, cancellationToken))
        {
            if (await tokens.HasTypeAsync(token, TokenTypeIdentifiers.AccessToken, cancellationToken) && await tokens.HasStatusAsync(token, Statuses.Valid, cancellationToken))
            {
                living.Add(token);
            }
        }

        foreach (var token in living)
        {
            await tokens.TryRevokeAsync(token, cancellationToken);
        }
    }

    // A response without a new refresh token means that the old one stays valid. No other request is processed meanwhile.
    private static async Task KeepAsync(IOpenIddictTokenManager tokens, string tokenId)
    {
        if (await tokens.FindByIdAsync(tokenId) is { } token)
        {
            var descriptor = new OpenIddictTokenDescriptor();
            await tokens.PopulateAsync(descriptor, token);
            descriptor.Status = Statuses.Valid;
            descriptor.RedemptionDate = null;
            await tokens.UpdateAsync(token, descriptor);
        }
    }
}
