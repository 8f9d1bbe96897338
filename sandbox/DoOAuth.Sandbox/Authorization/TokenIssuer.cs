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
        var granted = scopes.Count == 0 ? Everything : scopes;
        if (granted.Select(scope => UnknownScope.Complaint(catalog, scope)).OfType<string>().ToList() is { Count: > 0 } complaints)
        {
            throw new ArgumentException(string.Join(' ', complaints), nameof(scopes));
        }

        await using var scope = services.CreateAsyncScope();
        var transaction = await scope.ServiceProvider.GetRequiredService<IOpenIddictServerFactory>().CreateTransactionAsync();
        transaction.CancellationToken = cancellationToken;
        var generation = new GenerateTokenContext(transaction)
        {
            ClientId = options.ClientId,
            CreateTokenEntry = true,
            IsReferenceToken = true,
            PersistTokenPayload = true,
            Principal = Describe(user ?? options.Users[0], granted),
            TokenFormat = TokenFormats.Private.JsonWebToken,
            TokenType = TokenTypeIdentifiers.AccessToken,
        };
        await scope.ServiceProvider.GetRequiredService<IOpenIddictServerDispatcher>().DispatchAsync(generation);
        ledger.Grant(options.ClientId, granted);
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
