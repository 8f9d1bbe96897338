using System.Buffers.Text;
using System.Security.Claims;

namespace DoOAuth.Tests.Formats;

/// <summary>
/// What is written today has to be readable tomorrow: cookies live for 90 days and kept keys for 180. Each form is pinned byte by byte. Anyone who changes one
/// gives it another number, keeps the value of the old one here, and says what happens to users who still hold it.
/// </summary>
public sealed class Stored_formats
{
    private const string TicketForm208 =
        "0BlEZWNrLlNlc3Npb24JRGVjawQINWFjY291bnQ6ciBkcm9wbGV0OmNyID1yZWFkBQITdXNlci11dWlkDhAQBB9TYW1teSB0aGUgU2hhcmsOEBAGI3NhbW15"
        + "QGV4YW1wbGUuY29tDhAQChN0ZWFtLXV1aWQOEBAMEVRoZSBUZWFtDhAQCx47U2F0LCAzMSBPY3QgMjAyNiAxMjozNDo1NiBHTVQgO0ZyaSwgMjkgSmFuIDIw"
        + "MjcgMTI6MzQ6NTYgR01UIgASG2Rvb192MV9hY2Nlc3MWQzIwMjYtMTEtMzBUMTI6MzQ6NTYuMDAwMDAwMCswMDowMBQdZG9yX3YxX3JlZnJlc2gYGiYuKAM3"
        + "KkEwMDExMjIzMzQ0NTU2Njc3ODg5OWFhYmJjY2RkZWVmZhFyZXBsYWNlZNUBZmZlZWRkY2NiYmFhOTk4ODc3NjY1NTQ0MzMyMjExMDAgZG9vX3YxX2JlZm9y"
        + "ZSBkb3JfdjFfYmVmb3JlCjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVmIGRvb192MV9maXJzdA==";
    private const string TokensVersion1 = "AQ1kb29fdjFfYWNjZXNzAQ5kb3JfdjFfcmVmcmVzaADYC1feTt8IAIBk+JIXAAAHAAAA";
    private const string TokensWithoutRefreshTokenVersion1 = "AQ1kb29fdjFfYWNjZXNzAAAA2AtX3k7fCABoxGEIAAAAAAAAAA==";
    private const string KeyVersion2 = "Agl1c2VyLXV1aWQgMDAxMTIyMzM0NDU1NjY3Nzg4OTlhYWJiY2NkZGVlZmYBDWRvb192MV9hY2Nlc3MBDmRvcl92MV9yZWZyZXNoANgLV95O3wgAgGT4khcAAAcAAAA";

    [Fact]
    public void A_session_s_ticket()
    {
        Assert.Equal(TicketForm208, Convert.ToBase64String(SessionTicketSerializer.Instance.Serialize(Golden.Ticket())));

        var read = SessionTicketSerializer.Instance.Deserialize(Convert.FromBase64String(TicketForm208))!;
        Assert.Equal("Deck.Session", read.AuthenticationScheme);
        Assert.Equal(Golden.User, UserTokens.Read(read.Properties));
        Assert.Equal(Golden.Replaced, ReplacedSessions.Read(read.Properties));
        Assert.Equal(Golden.Tokens.ExpiresAt.AddDays(-30), read.Properties.IssuedUtc);
        Assert.Equal(Golden.Tokens.ExpiresAt.AddDays(60), read.Properties.ExpiresUtc);
        Assert.True(read.Properties.IsPersistent);
        var user = CurrentUser.Of(read.Principal, read.Properties, Deck)!;
        Assert.Equal(("user-uuid", "sammy@example.com", "Sammy the Shark"), (user.Uuid, user.Email, user.Name));
        Assert.Equal(new DigitalOceanTeam("team-uuid", "The Team"), user.Team);
        Assert.Equal(["account:read", "droplet:create", "droplet:read", "read"], user.Scopes);
        Assert.Equal(Golden.Tokens.ExpiresAt, user.ExpiresAt);
    }

    [Fact]
    public void A_ticket_to_which_the_app_added_what_the_compact_form_has_no_room_for()
    {
        var claim = new Claim("color", "blue");
        claim.Properties["shade"] = "navy";
        var bytes = SessionTicketSerializer.Instance.Serialize(Golden.Ticket(claim));

        // The framework's form and its number.
        Assert.Equal(5, BitConverter.ToInt32(bytes));
        var read = SessionTicketSerializer.Instance.Deserialize(bytes)!;
        Assert.Equal("navy", read.Principal.FindFirst("color")!.Properties["shade"]);
        Assert.Equal(Golden.User, UserTokens.Read(read.Properties));
        Assert.Equal(["account:read", "droplet:create", "droplet:read", "read"], DigitalOceanIdentity.ScopesOf(read.Principal, "Deck")!.List);
    }

    [Fact]
    public void The_texts_that_tickets_refer_to_by_their_place() => Assert.Equal(
        [
            "",
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier",
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
            "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
            "digitalocean:team:uuid",
            "digitalocean:team:name",
            "http://www.w3.org/2001/XMLSchema#string",
            "LOCAL AUTHORITY",
            ".Token.access_token",
            ".Token.refresh_token",
            ".Token.expires_at",
            ".TokenNames",
            "access_token;expires_at;refresh_token",
            "access_token;expires_at",
            ".issued",
            ".expires",
            ".persistent",
            ".redirect",
            "life",
            "gen",
            "sid",
            "0",
            "2592000",
        ],
        Enumerable.Range(0, 24).Select(TicketTexts.At));

    [Theory]
    [InlineData(true, TokensVersion1)]
    [InlineData(false, TokensWithoutRefreshTokenVersion1)]
    public void Tokens_in_stores_and_keys(bool hasRefreshToken, string golden)
    {
        var tokens = hasRefreshToken ? Golden.Tokens : Golden.TokensWithoutRefreshToken;
        Assert.Equal(golden, Convert.ToBase64String(SessionTokensSerializer.Serialize(tokens)));
        Assert.Equal(tokens, SessionTokensSerializer.Deserialize(Convert.FromBase64String(golden)));
    }

    [Fact]
    public void What_is_remembered_of_a_session()
    {
        foreach (var (session, rank, golden) in new (RememberedSession, long, byte[])[]
        {
            (RememberedSession.Of(Golden.Tokens, isKept: true), 14, [2, 0, 1, .. Convert.FromBase64String(TokensVersion1)]),
            (RememberedSession.Refused("invalid_grant", 7), 15, [2, 1, 7, 0, 0, 0, 1, 13, .. "invalid_grant"u8]),
            (RememberedSession.Replaced("another"), 1_099_511_627_776, [2, 2, 7, .. "another"u8]),
            (RememberedSession.Ended("invalid_grant"), 1_099_511_627_777, [2, 1, 255, 255, 255, 127, 1, 13, .. "invalid_grant"u8]),
            (RememberedSession.Ended(), 1_099_511_627_777, [2, 1, 255, 255, 255, 127, 0, 0]),
        })
        {
            Assert.Equal(rank, session.Rank);
            Assert.Equal(golden, RememberedSessionSerializer.Serialize(session));
            Assert.Equal(session, RememberedSessionSerializer.Deserialize(golden));
        }

        // The first version: tokens alone.
        Assert.Equal(RememberedSession.Of(Golden.Tokens, isKept: false), RememberedSessionSerializer.Deserialize(Convert.FromBase64String(TokensVersion1)));
        Assert.Null(RememberedSessionSerializer.Deserialize([3, 0, 0]));
    }

    [Fact]
    public void The_key_of_a_kept_access()
    {
        var none = new Golden.NoEncryption();
        var key = new KeptAccessKey("user-uuid", Golden.User);
        Assert.Equal(KeyVersion2, key.Protect(none));
        Assert.Equal(key, KeptAccessKey.TryUnprotect(KeyVersion2, none));
    }

    [Fact]
    public void What_another_version_wrote_is_not_read_as_if_it_were_this_one_s()
    {
        var none = new Golden.NoEncryption();
        var tokens = SessionTokensSerializer.Serialize(Golden.Tokens);
        tokens[0]++;
        var key = Base64Url.DecodeFromChars(KeyVersion2);
        key[0]++;

        Assert.Null(SessionTokensSerializer.Deserialize(tokens));
        Assert.Null(KeptAccessKey.TryUnprotect(Base64Url.EncodeToString(key), none));

        // The form before the number: user, session, tokens.
        Assert.Null(KeptAccessKey.TryUnprotect(Base64Url.EncodeToString(key.AsSpan(1)), none));
    }

    private static DigitalOceanApplication Deck { get; } = new()
    {
        Scheme = "Deck",
        ConfigurationSection = "",
        LoginPath = "",
        CallbackPath = "",
        LogoutPath = "",
        DisconnectPath = "",
        UserPath = "",
        RequiredScopes = [],
        OptionalScopes = [],
    };
}
