using System.Security.Cryptography;

namespace DoOAuth;

/// <summary>
/// The cookie of a session that was just refreshed, encrypted once for all requests that shared the refresh. Only exactly the same ticket is shared.
/// If a request's ticket differs, for example by a claim that the app added, it gets its own cookie.
/// </summary>
internal sealed class RenewedCookie
{
    private readonly Lock _lock = new();
    private byte[]? _ticket;
    private string? _cookie;

    /// <summary>Gets the cookie for a ticket.</summary>
    /// <param name="ticket">The serialized ticket.</param>
    /// <param name="protect">Encrypts this ticket.</param>
    public string For(byte[] ticket, Func<string> protect)
    {
        lock (_lock)
        {
            if (_cookie is null)
            {
                (_ticket, _cookie) = (ticket, protect());
                return _cookie;
            }

            if (CryptographicOperations.FixedTimeEquals(_ticket, ticket))
            {
                return _cookie;
            }
        }

        return protect();
    }
}
