namespace DoOAuth;

/// <summary>The claim types that are not in <see cref="System.Security.Claims.ClaimTypes"/>.</summary>
public static class DigitalOceanClaimTypes
{
    /// <summary>
    /// One granted scope, such as <c>droplet:read</c>. The claims are created on demand. The session stores all scopes in one short value.
    /// </summary>
    public const string Scope = "scope";

    /// <summary>The identifier of the team at DigitalOcean.</summary>
    public const string TeamUuid = "digitalocean:team:uuid";

    /// <summary>The name of the team at DigitalOcean.</summary>
    public const string TeamName = "digitalocean:team:name";
}
