using System.Security.Claims;

namespace DoOAuth;

/// <summary>
/// The signed-in user's identity. It carries the granted scopes as one prepared set, and shows them as claims to whoever
/// asks, so that existing code such as <c>RequireClaim("scope", …)</c> works without a claim per scope in the cookie.
/// </summary>
internal sealed class DigitalOceanIdentity : ClaimsIdentity
{
    public DigitalOceanIdentity(ClaimsIdentity identity, GrantedScopes granted)
        : base(identity)
    {
        Granted = granted;
    }

    private DigitalOceanIdentity(DigitalOceanIdentity other)
        : base(other)
    {
        Granted = other.Granted;
    }

    public GrantedScopes Granted { get; }

    public override IEnumerable<Claim> Claims => base.Claims.Concat(Granted.Claims);

    /// <summary>The claims that are the user's own, which the ticket stores one by one.</summary>
    public IEnumerable<Claim> OwnClaims => base.Claims;

    public override ClaimsIdentity Clone() => new DigitalOceanIdentity(this);

    public static DigitalOceanIdentity Create(AccountInfo account, GrantedScopes granted, string scheme)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        Add(ClaimTypes.NameIdentifier, account.Uuid);
        Add(ClaimTypes.Name, account.Name);
        Add(ClaimTypes.Email, account.Email);
        Add(DigitalOceanClaimTypes.TeamUuid, account.TeamUuid);
        Add(DigitalOceanClaimTypes.TeamName, account.TeamName);
        return new DigitalOceanIdentity(identity, granted);

        void Add(string type, string? value)
        {
            if (value is not null)
            {
                identity.AddClaim(new Claim(type, value, ClaimValueTypes.String));
            }
        }
    }
}
