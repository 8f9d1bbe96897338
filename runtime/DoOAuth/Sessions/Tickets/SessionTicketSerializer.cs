using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace DoOAuth;

/// <summary>
/// Serializes the session's ticket in a compact format: see <see cref="CompactTicket"/>. If the app added something that does not fit this format,
/// the framework's format is used, with the granted scopes after each identity.
/// </summary>
internal sealed class SessionTicketSerializer : TicketSerializer
{
    public static SessionTicketSerializer Instance { get; } = new();

    public override byte[] Serialize(AuthenticationTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return CompactTicket.Identity(ticket) is { } identity ? CompactTicket.Write(ticket, identity) : base.Serialize(ticket);
    }

    public override AuthenticationTicket? Deserialize(byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return CompactTicket.Is(data) ? CompactTicket.Read(data) : base.Deserialize(data);
    }

    protected override void WriteIdentity(BinaryWriter writer, ClaimsIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (identity is DigitalOceanIdentity own)
        {
            base.WriteIdentity(writer, new ClaimsIdentity(own.OwnClaims, own.AuthenticationType, own.NameClaimType, own.RoleClaimType));
            writer.Write(own.Granted.Compact);
            writer.Write(true);
        }
        else
        {
            base.WriteIdentity(writer, identity);
            writer.Write(string.Empty);
            writer.Write(false);
        }
    }

    protected override ClaimsIdentity ReadIdentity(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var identity = base.ReadIdentity(reader);
        var compact = reader.ReadString();
        return reader.ReadBoolean() ? new DigitalOceanIdentity(identity, GrantedScopes.FromCompact(compact)) : identity;
    }
}
