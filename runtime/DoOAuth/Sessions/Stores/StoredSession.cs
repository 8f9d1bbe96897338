namespace DoOAuth;

/// <summary>A session as it is stored on the server.</summary>
/// <param name="userUuid">Whose session it is.</param>
/// <param name="protectedTicket">The session itself.</param>
public sealed class StoredSession(string userUuid, ReadOnlyMemory<byte> protectedTicket)
{
    /// <summary>The user whose session it is: <see cref="DigitalOceanUser.Uuid"/>.</summary>
    public string UserUuid { get; } = userUuid;

    /// <summary>The session itself, encrypted. It can be empty.</summary>
    public ReadOnlyMemory<byte> ProtectedTicket { get; } = protectedTicket;
}
