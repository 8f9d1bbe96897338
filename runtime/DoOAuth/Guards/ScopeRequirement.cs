using Microsoft.AspNetCore.Authorization;

namespace DoOAuth;

/// <summary>A guard's requirement: the user granted all of these scopes to this application.</summary>
internal sealed class ScopeRequirement(string? scheme, string[] scopes) : IAuthorizationRequirement
{
    /// <summary>The application's scheme, or null for the only application.</summary>
    public string? Scheme { get; } = scheme;

    public string[] Scopes { get; } = scopes;

    public override string ToString() => $"DigitalOcean scopes: {string.Join(' ', Scopes)}";
}
