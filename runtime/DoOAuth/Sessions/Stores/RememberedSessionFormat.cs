using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace DoOAuth;

/// <summary>
/// Converts the remembered state of a session to bytes and back, encrypted with the app's data protection keys. A store gets the format of its
/// application with a constructor parameter <c>[FromKeyedServices] RememberedSessionFormat format</c>.
/// </summary>
public sealed class RememberedSessionFormat
{
    private readonly Lazy<IDataProtector> _protector;

    // Created later, because the keys need the client ID, which is validated when the app starts.
    internal RememberedSessionFormat(ApplicationKeys keys) => _protector = new(() => keys.For("DoOAuth.RememberedTokens"));

    /// <summary>Converts the state to bytes that can be read only with the ID of the same session.</summary>
    /// <param name="sessionId">The session's ID.</param>
    /// <param name="session">The state to convert.</param>
    /// <returns>Encrypted bytes, about 300 for a session with tokens.</returns>
    /// <exception cref="SessionStoreException">The data protection keys are in a store that cannot be reached.</exception>
    public byte[] Protect(string sessionId, RememberedSession session)
    {
        ArgumentException.ThrowIfNullOrEmpty(sessionId);
        ArgumentNullException.ThrowIfNull(session);

        // With the session's ID, so that write access to the database is not enough to pass one session's tokens to another.
        try
        {
            return _protector.Value.Protect([.. Encoding.ASCII.GetBytes(sessionId), .. RememberedSessionSerializer.Serialize(session)]);
        }
        catch (CryptographicException exception) when (SessionStoreException.IsCauseOf(exception))
        {
            throw new SessionStoreException("The data protection keys cannot be read.", exception);
        }
    }

    /// <summary>Reads the bytes that <see cref="Protect"/> returned.</summary>
    /// <param name="sessionId">The session's ID.</param>
    /// <param name="bytes">The encrypted bytes.</param>
    /// <returns>The remembered state of the session.</returns>
    /// <exception cref="SessionStoreException">
    /// The bytes were created with keys that this machine does not have, or for another session or application.
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

    // This does not count as missing, because the refresh token in the cookie was already used, and using it again would sign the user out.
    private static SessionStoreException Unreadable(Exception? exception) => new(
        "The remembered state of a session cannot be decrypted. The machines do not share their data protection keys and application name.", exception);
}
