using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth;

/// <summary>
/// The signed-in user. Use it as a parameter of a guarded handler. In a handler without a guard, use <c>DigitalOceanUser?</c>, which is null if the
/// user is not signed in.
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

    /// <summary>The user's identifier at DigitalOcean, which never changes.</summary>
    public string Uuid { get; }

    /// <summary>The user's name, or null if DigitalOcean does not provide it.</summary>
    public string? Name { get; }

    /// <summary>The user's email address, or null if DigitalOcean does not provide it.</summary>
    public string? Email { get; }

    /// <summary>The user's team, or null if DigitalOcean does not provide it.</summary>
    public DigitalOceanTeam? Team { get; }

    /// <summary>The scopes that the user granted, in ordinal order.</summary>
    public IReadOnlyList<string> Scopes => _granted.List;

    /// <summary>The time when the access token expires. It is refreshed before that.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Whether the user granted the scope or a broader one such as <c>read</c>.</summary>
    /// <param name="scope">The name of the scope, preferably a constant of <see cref="DoOAuth.Scopes"/>.</param>
    public bool HasScope(string scope)
    {
        ArgumentException.ThrowIfNullOrEmpty(scope);
        return _granted.Covers(scope);
    }

    /// <summary>Binds the user to a parameter of a minimal API handler.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The user, or null if the user is not signed in.</returns>
    /// <exception cref="InvalidOperationException">Several applications are registered, and no guard on the endpoint specifies one of them.</exception>
    public static ValueTask<DigitalOceanUser?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<ICurrentUser>().ReadAsync(context);
    }
}
