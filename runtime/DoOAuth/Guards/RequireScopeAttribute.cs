using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;

namespace DoOAuth;

/// <summary>
/// Lets only users through who granted all of the scopes. Apply it to a handler, or use a generated guard such as <c>RequireDropletRead()</c>. The
/// framework's authorization evaluates both.
/// </summary>
/// <remarks>
/// The broad scopes <c>read</c>, <c>write</c>, <c>api:read</c> and <c>api:write</c> cover the same scopes as at DigitalOcean. Several attributes on
/// one endpoint are combined. Output caching is off for a guarded endpoint, because its responses are for one user.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = true)]
public sealed class RequireScopeAttribute : AuthorizeAttribute, IAuthorizeData, IAuthorizationRequirementData, IApplicationMetadata, IOutputCachePolicy
{
    private readonly string[] _scopes;
    private ScopeRequirement[]? _requirements;

    /// <summary>Requires all of the scopes.</summary>
    /// <param name="scopes">The names of the scopes, preferably constants of <see cref="DoOAuth.Scopes"/>.</param>
    /// <exception cref="ArgumentException">There is no scope, or one of them is empty.</exception>
    public RequireScopeAttribute(params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Length == 0 || Array.Exists(scopes, string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("Specify at least one scope, such as [RequireScope(Scopes.Droplet.Read)].", nameof(scopes));
        }

        _scopes = [.. scopes];
    }

    /// <summary>The scopes that the user must have granted.</summary>
    public IReadOnlyList<string> Scopes => _scopes;

    /// <summary>
    /// The application's scheme, such as <c>DropletDeck.Scheme</c>. It is required if several applications are registered, and optional otherwise.
    /// </summary>
    public string? Scheme { get; set; }

    /// <summary>The policy that belongs to the scopes. It is derived from <see cref="Scheme"/>.</summary>
    // On a hub's methods, SignalR reads only attributes of the base class. There is no setter, so nothing can replace the guard's policy.
    public new string? Policy => ScopePolicies.NameFor(Scheme);

    /// <inheritdoc />
    string? IAuthorizeData.Policy
    {
        get => ScopePolicies.NameFor(Scheme);
        set => throw ReadOnly();
    }

    /// <inheritdoc />
    IEnumerable<IAuthorizationRequirement> IAuthorizationRequirementData.GetRequirements() =>
        _requirements ??= [new ScopeRequirement(Scheme, _scopes)];

    /// <inheritdoc />
    ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);

        // The app's other policies run before the endpoint's. With caching on, users would wait for each other at one address.
        context.EnableOutputCaching = false;
        context.AllowCacheLookup = false;
        context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    private static NotSupportedException ReadOnly() =>
        new("The policy of a scope guard cannot be changed. Add a separate [Authorize] attribute instead.");
}
