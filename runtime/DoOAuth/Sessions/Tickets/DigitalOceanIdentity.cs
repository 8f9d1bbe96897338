using System.Security.Claims;

namespace DoOAuth;

/// <summary>
/// The signed-in user's identity. It contains the granted scopes as one prepared set, and exposes them as claims on demand, so that existing code
/// such as <c>RequireClaim("scope", …)</c> works without a claim for each scope in the cookie.
/// </summary>
internal sealed class DigitalOceanIdentity : ClaimsIdentity
{
    public DigitalOceanIdentity(string? authenticationType, string? nameType, string? roleType, GrantedScopes granted)
        : base(authenticationType, nameType, roleType)
    {
        Granted = granted;
    }

    public DigitalOceanIdentity(ClaimsIdentity identity, GrantedScopes granted)
        : base(identity)
    {
        Granted = granted;
    }

    private DigitalOceanIdentity(DigitalOceanIdentity other)
        : base(other)
    {
        Granted = other.Granted;
        Cookie = other.Cookie;
        Session = other.Session;
    }

    public GrantedScopes Granted { get; }

    /// <summary>
    /// If the session was refreshed in this request, the cookie that all responses of that refresh share. It is stored here, because the framework
    /// renews a cookie from a copy of the ticket, which includes only identities and properties.
    /// </summary>
    public RenewedCookie? Cookie { get; set; }

    /// <summary>
    /// The session at the time when the request was let in, for connections that outlive the request and only have this identity. It is kept in
    /// memory only, never in a ticket. It is not public, so that a logger that writes a user's properties does not find tokens.
    /// </summary>
    internal UserTokens? Session { get; set; }

    public override IEnumerable<Claim> Claims => base.Claims.Concat(Granted.Claims);

    /// <summary>The user's own claims, which the ticket stores one by one.</summary>
    public IEnumerable<Claim> OwnClaims => base.Claims;

    // Called several times per request, for claims that are not scopes.
    public override Claim? FindFirst(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        foreach (var claim in base.Claims)
        {
            if (string.Equals(claim.Type, type, StringComparison.OrdinalIgnoreCase))
            {
                return claim;
            }
        }

        return string.Equals(type, DigitalOceanClaimTypes.Scope, StringComparison.OrdinalIgnoreCase) && Granted.Claims is [var first, ..] ? first : null;
    }

    /// <summary>Gets the identity of a user whose request was let in with a session of the application; null if there is none.</summary>
    public static DigitalOceanIdentity? LetIn(ClaimsPrincipal? user, DigitalOceanApplication application) => user?.Identities.OfType<DigitalOceanIdentity>()
        .FirstOrDefault(identity => identity.AuthenticationType == application.Scheme && identity.Session is not null);

    /// <summary>Gets the scopes that a principal's user granted to the application; null if it has no session of the application.</summary>
    public static GrantedScopes? ScopesOf(ClaimsPrincipal principal, string scheme)
    {
        foreach (var identity in principal.Identities)
        {
            if (!string.Equals(identity.AuthenticationType, scheme, StringComparison.Ordinal))
            {
                continue;
            }

            // A claims transformation, or a ticket store with its own serializer, may have converted this identity to a plain one.
            return identity is DigitalOceanIdentity own
                ? own.Granted
                : GrantedScopes.From(identity.FindAll(DigitalOceanClaimTypes.Scope).Select(claim => claim.Value));
        }

        return null;
    }

    public override ClaimsIdentity Clone() => new DigitalOceanIdentity(this);

    public static DigitalOceanIdentity Create(AccountInfo account, GrantedScopes granted, string scheme)
    {
        var identity = new DigitalOceanIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role, granted);
        Add(ClaimTypes.NameIdentifier, account.Uuid);
        Add(ClaimTypes.Name, account.Name);
        Add(ClaimTypes.Email, account.Email);
        Add(DigitalOceanClaimTypes.TeamUuid, account.TeamUuid);
        Add(DigitalOceanClaimTypes.TeamName, account.TeamName);
        return identity;

        void Add(string type, string? value)
        {
            if (value is not null)
            {
                // With its subject, because the identity would otherwise store a copy with one.
                identity.AddClaim(new Claim(type, value, ClaimValueTypes.String, ClaimsIdentity.DefaultIssuer, ClaimsIdentity.DefaultIssuer, identity));
            }
        }
    }
}
