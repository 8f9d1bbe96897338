using System.Security.Claims;

namespace DoOAuth;

/// <summary>
/// The signed-in user's identity. It carries the granted scopes as one prepared set, and shows them as claims to whoever
/// asks, so that existing code such as <c>RequireClaim("scope", …)</c> works without a claim per scope in the cookie.
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
    /// Where the session was refreshed in this request, the cookie that all answers of that refresh share. It is here because the framework renews a
    /// cookie from a copy of the ticket, and of all that a ticket has only identities and entries are copied.
    /// </summary>
    public RenewedCookie? Cookie { get; set; }

    /// <summary>
    /// The session as it was when the request was let in: for connections that outlive the request, whose users have this identity and nothing else. In
    /// memory alone, never in a ticket, and not public: a logger that writes out a user's properties must not find tokens.
    /// </summary>
    internal UserTokens? Session { get; set; }

    public override IEnumerable<Claim> Claims => base.Claims.Concat(Granted.Claims);

    /// <summary>The claims that are the user's own, which the ticket stores one by one.</summary>
    public IEnumerable<Claim> OwnClaims => base.Claims;

    // Asked several times a request, for claims that are not scopes.
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

    /// <summary>The identity of a user whose request was let in with a session of the application's; null where there is none.</summary>
    public static DigitalOceanIdentity? LetIn(ClaimsPrincipal? user, DigitalOceanApplication application) => user?.Identities.OfType<DigitalOceanIdentity>()
        .FirstOrDefault(identity => identity.AuthenticationType == application.Scheme && identity.Session is not null);

    /// <summary>The scopes that a principal's user granted to the application; null if it has no session of the application.</summary>
    public static GrantedScopes? ScopesOf(ClaimsPrincipal principal, string scheme)
    {
        foreach (var identity in principal.Identities)
        {
            if (!string.Equals(identity.AuthenticationType, scheme, StringComparison.Ordinal))
            {
                continue;
            }

            // A claims transformation, or a ticket store with a serializer of its own, may have made a plain identity of ours.
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
                // Its subject is told here: the identity would otherwise keep a copy that has one.
                identity.AddClaim(new Claim(type, value, ClaimValueTypes.String, ClaimsIdentity.DefaultIssuer, ClaimsIdentity.DefaultIssuer, identity));
            }
        }
    }
}
