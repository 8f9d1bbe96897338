using Microsoft.AspNetCore.Authorization;

namespace DoOAuth;

/// <summary>What a guard asks of the user: all of these scopes, granted to this application.</summary>
internal sealed class ScopeRequirement(string? scheme, string[] scopes) : IAuthorizationRequirement
{
    /// <summary>The application's scheme, or null for the only one.</summary>
    public string? Scheme { get; } = scheme;

    public string[] Scopes { get; } = scopes;

    public override string ToString() => $"DigitalOcean scopes: {string.Join(' ', Scopes)}";
}
