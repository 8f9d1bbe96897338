using System.Buffers.Text;
using OpenIddict.Abstractions;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// Tokens that look like DigitalOcean's: <c>doo_v1_</c> or <c>dor_v1_</c> and 64 hexadecimal digits. OpenIddict looks its
/// tokens up by the same 32 bytes in base64url, and takes nothing of another length for a token of its own.
/// </summary>
internal static class TokenText
{
    private const string AccessPrefix = "doo_v1_";
    private const string RefreshPrefix = "dor_v1_";
    private const int HexLength = 64;

    /// <summary>DigitalOcean's form of a token that OpenIddict has made; other kinds, such as codes, stay as they are.</summary>
    public static string? FromReference(string? reference, string? tokenType) => tokenType switch
    {
        OpenIddictConstants.TokenTypeIdentifiers.AccessToken => AccessPrefix + ToHex(reference!),
        OpenIddictConstants.TokenTypeIdentifiers.RefreshToken => RefreshPrefix + ToHex(reference!),
        _ => reference,
    };

    /// <summary>OpenIddict's form of a token in DigitalOcean's; what is not in that form stays as it is.</summary>
    public static string ToReference(string token)
    {
        if (token.Length != AccessPrefix.Length + HexLength
            || !(token.StartsWith(AccessPrefix, StringComparison.Ordinal) || token.StartsWith(RefreshPrefix, StringComparison.Ordinal)))
        {
            return token;
        }

        Span<byte> bytes = stackalloc byte[HexLength / 2];
        return Convert.FromHexString(token.AsSpan(AccessPrefix.Length), bytes, out _, out _) == System.Buffers.OperationStatus.Done
            ? Base64Url.EncodeToString(bytes)
            : token;
    }

    private static string ToHex(string reference) => Convert.ToHexStringLower(Base64Url.DecodeFromChars(reference));
}
