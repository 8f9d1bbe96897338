namespace DoOAuth;

/// <summary>Serializes tokens for stores and for keys of kept access. Callers must encrypt the result.</summary>
internal static class SessionTokensSerializer
{
    private const byte Version = 1;

    public static byte[] Serialize(SessionTokens tokens)
    {
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer))
        {
            writer.Write(Version);
            writer.Write(tokens.AccessToken);
            writer.Write(tokens.RefreshToken is not null);
            writer.Write(tokens.RefreshToken ?? "");
            writer.Write(tokens.ExpiresAt.UtcTicks);
            writer.Write(tokens.Lifetime.Ticks);
            writer.Write(tokens.Generation);
        }

        return buffer.ToArray();
    }

    /// <summary>Reads what <see cref="Serialize"/> wrote, or null if another version wrote it.</summary>
    /// <exception cref="EndOfStreamException">The data is truncated.</exception>
    public static SessionTokens? Deserialize(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (reader.ReadByte() != Version)
        {
            return null;
        }

        var accessToken = reader.ReadString();
        var hasRefreshToken = reader.ReadBoolean();
        var refreshToken = reader.ReadString();
        return new SessionTokens(
            accessToken,
            hasRefreshToken ? refreshToken : null,
            new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero),
            new TimeSpan(reader.ReadInt64()),
            reader.ReadInt32());
    }
}
