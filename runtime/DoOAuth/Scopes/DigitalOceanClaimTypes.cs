namespace DoOAuth;

/// <summary>Types of the claims for which <see cref="System.Security.Claims.ClaimTypes"/> has no name.</summary>
public static class DigitalOceanClaimTypes
{
    /// <summary>One granted scope, such as <c>droplet:read</c>. Made when asked for; the session keeps them in one short value.</summary>
    public const string Scope = "scope";

    /// <summary>The team's identifier at DigitalOcean.</summary>
    public const string TeamUuid = "digitalocean:team:uuid";

    /// <summary>The team's name at DigitalOcean.</summary>
    public const string TeamName = "digitalocean:team:name";
}
