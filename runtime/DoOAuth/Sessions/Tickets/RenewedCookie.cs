using System.Security.Cryptography;

namespace DoOAuth;

/// <summary>
/// The cookie of a session that was just refreshed: encrypted once for all the requests that shared the refresh. What is shared is the text of one
/// ticket, byte by byte; a request whose ticket differs in anything, such as a claim that the app added to it, gets its own.
/// </summary>
internal sealed class RenewedCookie
{
    private readonly Lock _lock = new();
    private byte[]? _ticket;
    private string? _cookie;

    /// <summary>The cookie for a ticket.</summary>
    /// <param name="ticket">The ticket as it is written.</param>
    /// <param name="protect">Encrypts that very ticket.</param>
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
