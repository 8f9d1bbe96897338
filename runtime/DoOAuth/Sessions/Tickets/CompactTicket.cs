using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace DoOAuth;

/// <summary>
/// The ticket of a session as sign-in creates it, plus the app's own claims and properties. Every request reads it, so text that nearly every ticket
/// contains, such as claim types, takes one byte and does not need to be decoded.
/// </summary>
internal static class CompactTicket
{
    // The framework's tickets start with a format number, which is currently 5.
    private const byte Form = 0xD0;

    /// <summary>The identity of a ticket that can be written in this format; null for any other ticket.</summary>
    public static DigitalOceanIdentity? Identity(AuthenticationTicket ticket) =>
        ticket.Principal.Identities.Take(2).ToArray() is [DigitalOceanIdentity { Actor: null, BootstrapContext: null, Label: null } sole]
        && sole.OwnClaims.All(claim => claim.Properties.Count == 0)
            ? sole
            : null;

    public static bool Is(ReadOnlySpan<byte> data) => data is [Form, ..];

    public static byte[] Write(AuthenticationTicket ticket, DigitalOceanIdentity identity)
    {
        var writer = new TicketWriter(Form);
        writer.Text(ticket.AuthenticationScheme);
        writer.Text(identity.AuthenticationType ?? "");
        writer.Text(identity.NameClaimType);
        writer.Text(identity.RoleClaimType);
        writer.Text(identity.Granted.Compact);
        Claim[] claims = [.. identity.OwnClaims];
        writer.Number(claims.Length);
        foreach (var claim in claims)
        {
            writer.Text(claim.Type);
            writer.Text(claim.Value);
            writer.Text(claim.ValueType);
            writer.Text(claim.Issuer);
            writer.Text(claim.OriginalIssuer);
        }

        writer.Number(ticket.Properties.Items.Count);
        foreach (var (key, value) in ticket.Properties.Items)
        {
            writer.Text(key);
            writer.Text(value ?? "");
        }

        return writer.ToArray();
    }

    public static AuthenticationTicket Read(ReadOnlySpan<byte> data)
    {
        var reader = new TicketReader(data[1..]);
        var scheme = reader.Text();
        var authenticationType = reader.Text();
        var identity = new DigitalOceanIdentity(
            authenticationType.Length == 0 ? null : authenticationType, reader.Text(), reader.Text(), GrantedScopes.FromCompact(reader.Text()));
        for (var left = reader.Number(); left > 0; left--)
        {
            identity.AddClaim(new Claim(reader.Text(), reader.Text(), reader.Text(), reader.Text(), reader.Text(), identity));
        }

        var count = reader.Number();
        var items = new Dictionary<string, string?>(count, StringComparer.Ordinal);
        for (var left = count; left > 0; left--)
        {
            items.Add(reader.Text(), reader.Text());
        }

        return new AuthenticationTicket(new ClaimsPrincipal(identity), new AuthenticationProperties(items), scheme);
    }
}
