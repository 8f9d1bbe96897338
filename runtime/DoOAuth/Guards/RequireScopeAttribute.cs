using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;

namespace DoOAuth;

/// <summary>
/// Lets only users through who granted all of the scopes. Stands on a handler, or comes from a generated guard
/// such as <c>RequireDropletRead()</c>; either way the framework's authorization evaluates it.
/// </summary>
/// <remarks>
/// The broad scopes <c>read</c>, <c>write</c>, <c>api:read</c> and <c>api:write</c> cover what they cover at DigitalOcean.
/// Several attributes on one endpoint add up. Output caching leaves a guarded endpoint alone, since its answers are for one user.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = true)]
public sealed class RequireScopeAttribute : AuthorizeAttribute, IAuthorizeData, IAuthorizationRequirementData, IApplicationMetadata, IOutputCachePolicy
{
    private readonly string[] _scopes;
    private ScopeRequirement[]? _requirements;

    /// <summary>Requires the scopes, all of them.</summary>
    /// <param name="scopes">Names of scopes, best taken from <see cref="DoOAuth.Scopes"/>.</param>
    /// <exception cref="ArgumentException">No scope is named, or one of them is empty.</exception>
    public RequireScopeAttribute(params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Length == 0 || Array.Exists(scopes, string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("Name at least one scope, such as [RequireScope(Scopes.Droplet.Read)].", nameof(scopes));
        }

        _scopes = [.. scopes];
    }

    /// <summary>The scopes that the user must have granted.</summary>
    public IReadOnlyList<string> Scopes => _scopes;

    /// <summary>
    /// The application's scheme, such as <c>DropletDeck.Scheme</c>. Needed where several applications are registered;
    /// with one it is optional.
    /// </summary>
    public string? Scheme { get; set; }

    /// <summary>The policy that goes with the scopes. It follows from <see cref="Scheme"/>.</summary>
    // SignalR reads no attribute on a hub's methods but the base class. Without a setter, so that nothing takes the guard's place.
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

        // The app's other policies come before the endpoint's. With caching left on, users would wait for each other at one address.
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
        new("A scope guard's policy follows from its scopes. Put another attribute beside it instead.");
}
