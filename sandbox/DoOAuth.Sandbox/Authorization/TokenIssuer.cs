using System.Security.Claims;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Data;
using DoOAuth.Sandbox.Traffic;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>Issues an access token without a sign-in, for scripts and tests.</summary>
internal sealed class TokenIssuer(IServiceProvider services, SandboxOptions options, ScopeCatalog catalog, ScopeLedger ledger)
{
    private static readonly string[] Everything = ["read", "write"];

    /// <summary>Issues a token of the application under test.</summary>
    /// <param name="scopes">The scopes; without one, <c>read write</c>.</param>
    /// <param name="user">The user, or null for the first one.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<string> IssueAsync(IReadOnlyList<string> scopes, SandboxUser? user, CancellationToken cancellationToken)
    {
        var granted = Validate(scopes);
        var token = await GenerateAsync(TokenTypeIdentifiers.AccessToken, Describe(user ?? options.Users[0], granted), cancellationToken);
        ledger.Grant(options.ClientId, granted);
        return token;
    }

    /// <summary>Issues an access token and the refresh token that belongs to it, as after a sign-in.</summary>
    /// <param name="scopes">The scopes; without one, <c>read write</c>.</param>
    /// <param name="user">The user.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<(string AccessToken, string RefreshToken)> IssuePairAsync(IReadOnlyList<string> scopes, SandboxUser user, CancellationToken cancellationToken)
    {
        var granted = Validate(scopes);
        var authorization = await AuthorizeAsync(user, cancellationToken);
        var access = Describe(user, granted).SetAuthorizationId(authorization);

        // DigitalOcean always issues a refresh token. OpenIddict needs this scope for it.
        var refresh = Describe(user, [.. granted, Scopes.OfflineAccess]).SetAuthorizationId(authorization)
            .SetTokenType(TokenTypeIdentifiers.RefreshToken).SetExpirationDate((DateTimeOffset?)null);
        var pair = (await GenerateAsync(TokenTypeIdentifiers.AccessToken, access, cancellationToken), await GenerateAsync(TokenTypeIdentifiers.RefreshToken, refresh, cancellationToken));
        ledger.Grant(options.ClientId, granted);
        return pair;
    }

    private IReadOnlyList<string> Validate(IReadOnlyList<string> scopes) =>
        scopes.Select(scope => UnknownScope.Complaint(catalog, scope)).OfType<string>().ToList() is { Count: > 0 } complaints
            ? throw new ArgumentException(string.Join(' ', complaints), nameof(scopes))
            : scopes.Count == 0 ? Everything : scopes;

    // What ties the two tokens together: using or revoking one ends the other.
    private async Task<string> AuthorizeAsync(SandboxUser user, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var application = await applications.FindByClientIdAsync(options.ClientId, cancellationToken);
        var authorizations = scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>();
        var created = await authorizations.CreateAsync(
            new OpenIddictAuthorizationDescriptor
            {
                ApplicationId = await applications.GetIdAsync(application!, cancellationToken),
                Status = Statuses.Valid,
                Subject = user.Uuid,
                Type = AuthorizationTypes.AdHoc,
            },
            cancellationToken);
        return (await authorizations.GetIdAsync(created, cancellationToken))!;
    }

    private async Task<string> GenerateAsync(string type, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var transaction = await scope.ServiceProvider.GetRequiredService<IOpenIddictServerFactory>().CreateTransactionAsync();
        transaction.CancellationToken = cancellationToken;
        var generation = new GenerateTokenContext(transaction)
        {
            ClientId = options.ClientId,
            CreateTokenEntry = true,
            IsReferenceToken = true,
            PersistTokenPayload = true,
            Principal = principal,
            TokenFormat = TokenFormats.Private.JsonWebToken,
            TokenType = type,
        };
        await scope.ServiceProvider.GetRequiredService<IOpenIddictServerDispatcher>().DispatchAsync(generation);
        return generation.Token ?? throw new InvalidOperationException($"OpenIddict has not issued a token: {generation.ErrorDescription}");
    }

    private ClaimsPrincipal Describe(SandboxUser user, IReadOnlyList<string> granted)
    {
        var identity = new ClaimsIdentity(authenticationType: "sandbox", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, user.Uuid);
        identity.SetClaim(Claims.ClientId, options.ClientId);
        identity.SetClaim(Claims.Private.Issuer, OAuthServer.Issuer.AbsoluteUri);
        identity.SetScopes(granted);
        var principal = new ClaimsPrincipal(identity);
        var now = options.TimeProvider.GetUtcNow();
        principal.SetTokenType(TokenTypeIdentifiers.AccessToken).SetPresenters(options.ClientId).SetCreationDate(now).SetExpirationDate(now + options.AccessTokenLifetime);
        return principal;
    }
}
