using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth;

/// <summary>
/// The signed-in user. Take it as a parameter of a guarded handler; of an unguarded one as <c>DigitalOceanUser?</c>,
/// which is null where nobody is signed in.
/// </summary>
[Personal]
public sealed class DigitalOceanUser
{
    private readonly GrantedScopes _granted;

    internal DigitalOceanUser(ClaimsIdentity identity, GrantedScopes granted, DateTimeOffset expiresAt)
    {
        _granted = granted;
        Uuid = identity.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "";
        Name = identity.FindFirst(ClaimTypes.Name)?.Value;
        Email = identity.FindFirst(ClaimTypes.Email)?.Value;
        var teamUuid = identity.FindFirst(DigitalOceanClaimTypes.TeamUuid)?.Value;
        var teamName = identity.FindFirst(DigitalOceanClaimTypes.TeamName)?.Value;
        Team = teamUuid is null && teamName is null ? null : new DigitalOceanTeam(teamUuid, teamName);
        ExpiresAt = expiresAt;
    }

    /// <summary>The user's identifier at DigitalOcean; it stays the same.</summary>
    public string Uuid { get; }

    /// <summary>The user's name, where DigitalOcean tells it.</summary>
    public string? Name { get; }

    /// <summary>The user's email address, where DigitalOcean tells it.</summary>
    public string? Email { get; }

    /// <summary>The user's team, where DigitalOcean tells it.</summary>
    public DigitalOceanTeam? Team { get; }

    /// <summary>The scopes that the user granted, in ordinal order.</summary>
    public IReadOnlyList<string> Scopes => _granted.List;

    /// <summary>When the access token expires. It is refreshed before that.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Whether the user granted the scope, by its name or by a broader one such as <c>read</c>.</summary>
    /// <param name="scope">The scope's name, best taken from <see cref="DoOAuth.Scopes"/>.</param>
    public bool HasScope(string scope)
    {
        ArgumentException.ThrowIfNullOrEmpty(scope);
        return _granted.Covers(scope);
    }

    /// <summary>Lets a minimal API's handler take the user as a parameter.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The user, or null where nobody is signed in.</returns>
    /// <exception cref="InvalidOperationException">Several applications are registered, and no guard on the endpoint says which one is meant.</exception>
    public static ValueTask<DigitalOceanUser?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<ICurrentUser>().ReadAsync(context);
    }
}
