namespace DoOAuth;

/// <summary>Serializes the remembered state of a session. Callers must encrypt the result.</summary>
internal static class RememberedSessionSerializer
{
    // Version 1 contained only the tokens, which start with their own version, 1.
    private const byte Version = 2;

    private const byte Live = 0;
    private const byte Over = 1;
    private const byte Replaced = 2;

    public static byte[] Serialize(RememberedSession session)
    {
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer))
        {
            writer.Write(Version);
            switch (session)
            {
                case { Tokens: { } tokens }:
                    writer.Write(Live);
                    writer.Write(session.IsKept);
                    writer.Write(SessionTokensSerializer.Serialize(tokens));
                    break;
                case { EndedUpTo: { } generation }:
                    writer.Write(Over);
                    writer.Write(generation);
                    writer.Write(session.EndedBecause is not null);
                    writer.Write(session.EndedBecause ?? "");
                    break;
                default:
                    writer.Write(Replaced);
                    writer.Write(session.ReplacedBy!);
                    break;
            }
        }

        return buffer.ToArray();
    }

    /// <summary>Reads what <see cref="Serialize"/> wrote, or tokens of the first version; null if a later version wrote it.</summary>
    /// <exception cref="EndOfStreamException">The data is truncated.</exception>
    public static RememberedSession? Deserialize(byte[] bytes)
    {
        using var buffer = new MemoryStream(bytes);
        using var reader = new BinaryReader(buffer);
        if (reader.ReadByte() != Version)
        {
            return ReadTokens(bytes, isKept: false);
        }

        switch (reader.ReadByte())
        {
            case Live:
                var isKept = reader.ReadBoolean();
                return ReadTokens(bytes[(int)buffer.Position..], isKept);
            case Over:
                var (generation, hasReason, reason) = (reader.ReadInt32(), reader.ReadBoolean(), reader.ReadString());
                return generation == int.MaxValue ? RememberedSession.Ended(hasReason ? reason : null) : RememberedSession.Refused(reason, generation);
            case Replaced:
                return RememberedSession.Replaced(reader.ReadString());
            default:
                return null;
        }
    }

    private static RememberedSession? ReadTokens(byte[] bytes, bool isKept) =>
        SessionTokensSerializer.Deserialize(bytes) is { } tokens ? RememberedSession.Of(tokens, isKept) : null;
}
