namespace DoOAuth;

/// <summary>Serializes a stored session. Its ticket is encrypted, its user is not.</summary>
internal static class StoredSessionSerializer
{
    private const byte Version = 1;

    public static byte[] Serialize(StoredSession session)
    {
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer))
        {
            writer.Write(Version);
            writer.Write(session.UserUuid);
            writer.Write(session.ProtectedTicket.Span);
        }

        return buffer.ToArray();
    }

    /// <exception cref="SessionStoreException">The data was not written by this version of the package.</exception>
    public static StoredSession Deserialize(byte[] bytes)
    {
        using var buffer = new MemoryStream(bytes);
        using var reader = new BinaryReader(buffer);
        try
        {
            if (reader.ReadByte() == Version)
            {
                var userUuid = reader.ReadString();
                return new StoredSession(userUuid, bytes.AsMemory((int)buffer.Position));
            }
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException)
        {
            throw new SessionStoreException("A session that is stored in Redis cannot be read.", exception);
        }

        throw new SessionStoreException("A session that is stored in Redis was written by another version of DoOAuth.Redis.");
    }
}
