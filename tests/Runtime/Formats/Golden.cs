using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace DoOAuth.Tests.Formats;

/// <summary>One session of which every field has a value of its own, and how it is written.</summary>
internal static class Golden
{
    public const string SessionId = "00112233445566778899aabbccddeeff";

    public static SessionTokens Tokens { get; } = new(
        "doo_v1_access", "dor_v1_refresh", new DateTimeOffset(2026, 11, 30, 12, 34, 56, TimeSpan.Zero), TimeSpan.FromSeconds(2592000), Generation: 7);

    public static SessionTokens TokensWithoutRefreshToken { get; } = Tokens with { RefreshToken = null, Lifetime = TimeSpan.FromSeconds(3600), Generation = 0 };

    public static UserTokens User { get; } = new(SessionId, Tokens);

    public static IReadOnlyList<SessionGrant> Replaced { get; } =
        [new("ffeeddccbbaa99887766554433221100", "doo_v1_before", "dor_v1_before"), new("0123456789abcdef0123456789abcdef", "doo_v1_first", RefreshToken: null)];

    public static AuthenticationTicket Ticket(params IEnumerable<Claim> more)
    {
        var account = new AccountInfo("user-uuid", "sammy@example.com", "Sammy the Shark", "team-uuid", "The Team");
        var identity = DigitalOceanIdentity.Create(account, GrantedScopes.From(["account:read", "droplet:read", "droplet:create", "read"]), "Deck");
        identity.AddClaims(more);
        var properties = new AuthenticationProperties { IssuedUtc = Tokens.ExpiresAt.AddDays(-30), ExpiresUtc = Tokens.ExpiresAt.AddDays(60), IsPersistent = true };
        Tokens.WriteTo(properties);
        SessionTokens.SetSessionId(properties, SessionId);
        ReplacedSessions.Write(properties, Replaced);
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, "Deck.Session");
    }

    /// <summary>Encrypts nothing: what is pinned is what gets encrypted.</summary>
    internal sealed class NoEncryption : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => plaintext;

        public byte[] Unprotect(byte[] protectedData) => protectedData;
    }
}
