using System.Buffers.Text;
using OpenIddict.Abstractions;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// Tokens in DigitalOcean's format: <c>doo_v1_</c> or <c>dor_v1_</c> and 64 hexadecimal digits. OpenIddict finds its tokens by the
/// same 32 bytes in base64url, and ignores values of any other length.
/// </summary>
internal static class TokenText
{
    private const string AccessPrefix = "doo_v1_";
    private const string RefreshPrefix = "dor_v1_";
    private const int HexLength = 64;

    /// <summary>Converts a token of OpenIddict's to DigitalOcean's format. Other kinds, such as codes, are not changed.</summary>
    public static string? FromReference(string? reference, string? tokenType) => tokenType switch
    {
        OpenIddictConstants.TokenTypeIdentifiers.AccessToken => AccessPrefix + ToHex(reference!),
        OpenIddictConstants.TokenTypeIdentifiers.RefreshToken => RefreshPrefix + ToHex(reference!),
        _ => reference,
    };

    /// <summary>Converts a token in DigitalOcean's format to OpenIddict's. Any other text is not changed.</summary>
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
