using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace DoOAuth;

/// <summary>
/// Serializes and encrypts the session's ticket. Encryption is most of the cost of renewing a cookie, so it runs only once if many requests waited
/// for one refresh: see <see cref="RenewedCookie"/>.
/// </summary>
internal sealed class SessionTicketFormat(IDataProtector protector) : ISecureDataFormat<AuthenticationTicket>
{
    private readonly SecureDataFormat<AuthenticationTicket> _format = new(SessionTicketSerializer.Instance, protector);

    public string Protect(AuthenticationTicket data) => Protect(data, purpose: null);

    public string Protect(AuthenticationTicket data, string? purpose)
    {
        ArgumentNullException.ThrowIfNull(data);
        return purpose is null && data.Principal.Identity is DigitalOceanIdentity { Cookie: { } shared }
            ? shared.For(SessionTicketSerializer.Instance.Serialize(data), () => _format.Protect(data))
            : _format.Protect(data, purpose);
    }

    public AuthenticationTicket? Unprotect(string? protectedText) => _format.Unprotect(protectedText);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) => _format.Unprotect(protectedText, purpose);
}
