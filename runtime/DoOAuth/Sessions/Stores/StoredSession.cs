namespace DoOAuth;

/// <summary>A session as it is stored on the server.</summary>
/// <param name="userUuid">The user's identifier at DigitalOcean.</param>
/// <param name="protectedTicket">The encrypted session.</param>
public sealed class StoredSession(string userUuid, ReadOnlyMemory<byte> protectedTicket)
{
    /// <summary>The identifier of the session's user, <see cref="DigitalOceanUser.Uuid"/>.</summary>
    public string UserUuid { get; } = userUuid;

    /// <summary>The encrypted session. It can be empty.</summary>
    public ReadOnlyMemory<byte> ProtectedTicket { get; } = protectedTicket;
}
