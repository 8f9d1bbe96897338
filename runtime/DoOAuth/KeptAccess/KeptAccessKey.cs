using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace DoOAuth;

/// <summary>The content of a key for kept access, and the key itself, which is encrypted text.</summary>
internal sealed record KeptAccessKey(string UserUuid, UserTokens Tokens)
{
    // The first version had no number and used other keys.
    private const byte Version = 2;

    public string Protect(IDataProtector protector)
    {
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer))
        {
            writer.Write(Version);
            writer.Write(UserUuid);
            writer.Write(Tokens.SessionId);
            writer.Write(SessionTokensSerializer.Serialize(Tokens.Tokens));
        }

        return Base64Url.EncodeToString(protector.Protect(buffer.ToArray()));
    }

    /// <summary>Reads the content of a key, or null if the key does not belong to this application.</summary>
    public static KeptAccessKey? TryUnprotect(string key, IDataProtector protector)
    {
        try
        {
            using var buffer = new MemoryStream(protector.Unprotect(Base64Url.DecodeFromChars(key)));
            using var reader = new BinaryReader(buffer);
            if (reader.ReadByte() != Version)
            {
                return null;
            }

            var userUuid = reader.ReadString();
            var sessionId = reader.ReadString();
            return SessionTokensSerializer.Deserialize(reader.ReadBytes((int)(buffer.Length - buffer.Position))) is { } tokens
                ? new KeptAccessKey(userUuid, new UserTokens(sessionId, tokens))
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or EndOfStreamException)
        {
            return null;
        }
    }
}
