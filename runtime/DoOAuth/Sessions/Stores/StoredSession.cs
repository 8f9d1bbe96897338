namespace DoOAuth;

/// <summary>A session as it is kept on the server.</summary>
/// <param name="UserUuid">Whose it is.</param>
/// <param name="ProtectedTicket">The ticket, encrypted by data protection.</param>
internal sealed record StoredSession(string UserUuid, ReadOnlyMemory<byte> ProtectedTicket);
