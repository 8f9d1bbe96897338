using DoOAuth.Catalog;
using DoOAuth.Sandbox.Data;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>Uses <c>read</c> if no scope is requested. Rejects unknown scopes and suggests the nearest known one.</summary>
internal sealed class ScopeCheck(ScopeCatalog catalog) : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>
{
    private const string WithoutScope = "read";

    /// <inheritdoc/>
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (string.IsNullOrWhiteSpace(context.Request.Scope))
        {
            context.Request.Scope = WithoutScope;
        }

        var complaints = context.Request.Scope
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(scope => UnknownScope.Complaint(catalog, scope))
            .OfType<string>()
            .ToList();
        if (complaints.Count > 0)
        {
            context.Reject(Errors.InvalidScope, string.Join(' ', complaints));
        }

        return default;
    }
}
