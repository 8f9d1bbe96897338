namespace DoOAuth;

/// <summary>Tokens as bytes, for stores and for keys of kept access. Whoever writes them anywhere encrypts them first.</summary>
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

    /// <summary>What <see cref="Serialize"/> wrote, or null where another version did.</summary>
    /// <exception cref="EndOfStreamException">The bytes are cut off.</exception>
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
