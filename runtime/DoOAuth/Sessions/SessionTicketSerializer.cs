using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace DoOAuth;

/// <summary>The framework's ticket serializer, with the granted scopes behind each identity in their compact form.</summary>
internal sealed class SessionTicketSerializer : TicketSerializer
{
    public static SessionTicketSerializer Instance { get; } = new();

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
