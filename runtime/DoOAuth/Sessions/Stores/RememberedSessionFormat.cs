using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace DoOAuth;

/// <summary>
/// Turns what a store remembers of a session into bytes and back, encrypted with the app's data protection keys. A store takes the format of its own
/// application: <c>[FromKeyedServices] RememberedSessionFormat format</c>.
/// </summary>
public sealed class RememberedSessionFormat
{
    private readonly Lazy<IDataProtector> _protector;

    // The client id, which the keys ask for, is checked when the app starts: not before.
    internal RememberedSessionFormat(ApplicationKeys keys) => _protector = new(() => keys.For("DoOAuth.RememberedTokens"));

    /// <summary>Turns it into bytes, which can be read back under the same session's id alone.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="session">What is remembered of it.</param>
    /// <returns>Encrypted bytes, about 300 for a session with tokens.</returns>
    /// <exception cref="SessionStoreException">The data protection keys are in a store that cannot be reached.</exception>
    public byte[] Protect(string sessionId, RememberedSession session)
    {
        ArgumentException.ThrowIfNullOrEmpty(sessionId);
        ArgumentNullException.ThrowIfNull(session);

        // With the session's id: whoever can write to the database must not be able to hand one session's tokens to another.
        try
        {
            return _protector.Value.Protect([.. Encoding.ASCII.GetBytes(sessionId), .. RememberedSessionSerializer.Serialize(session)]);
        }
        catch (CryptographicException exception) when (SessionStoreException.IsCauseOf(exception))
        {
            throw new SessionStoreException("The data protection keys cannot be read.", exception);
        }
    }

    /// <summary>Reads what <see cref="Protect"/> made.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="bytes">The encrypted bytes.</param>
    /// <returns>What is remembered of the session.</returns>
    /// <exception cref="SessionStoreException">
    /// The bytes were made with keys that this machine does not have, or for another session or application.
    /// </exception>
    public RememberedSession Unprotect(string sessionId, byte[] bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(sessionId);
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            var plain = _protector.Value.Unprotect(bytes);
            var id = Encoding.ASCII.GetBytes(sessionId);
            if (plain.AsSpan().StartsWith(id) && RememberedSessionSerializer.Deserialize(plain[id.Length..]) is { } session)
            {
                return session;
            }
        }
        catch (Exception exception) when (exception is CryptographicException or EndOfStreamException)
        {
            throw Unreadable(exception);
        }

        throw Unreadable(null);
    }

    // Not taken for nothing: the cookie's own refresh token is spent by now, and to use it would sign the user out.
    private static SessionStoreException Unreadable(Exception? exception) => new(
        "What the store remembers of a session cannot be decrypted here: the machines do not share their data protection keys and application name.", exception);
}
