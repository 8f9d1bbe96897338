using System.Buffers;
using System.Globalization;
using System.Text;

namespace DoOAuth;

/// <summary>Determines whether an address can only refer to this app.</summary>
internal static class LocalUrl
{
    // It is part of the state, which is part of an address.
    private const int Longest = 2048;

    // Characters that browsers and proxies cannot interpret in two ways.
    private static readonly SearchValues<char> Simple = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?=&");

    // As deep as proxies and browsers decode together.
    private const int DecodedTimes = 4;

    /// <summary>
    /// Reads a path of this app, such as <c>/droplets?page=2</c>, and returns it in the form for a <c>Location</c> header. The result is null for
    /// anything that a browser could take for another site, however it is encoded.
    /// </summary>
    public static string? TryRead(string? url)
    {
        if (url is ['/'] or ['/', not '/', ..] && url.Length <= Longest && !url.AsSpan().ContainsAnyExcept(Simple))
        {
            return url;
        }

        if (string.IsNullOrEmpty(url) || url.Length > Longest || url.Any(char.IsControl))
        {
            return null;
        }

        var path = url.AsSpan()[..(url.AsSpan().IndexOfAny('?', '#') is >= 0 and var end ? end : url.Length)];
        return !path.Contains('\\') && StaysHere(path.ToString()) && Encode(url) is { Length: <= Longest } encoded ? encoded : null;
    }

    private static bool StaysHere(string path)
    {
        for (var round = 0; round <= DecodedTimes; round++)
        {
            // Browsers remove tabs and line ends at every position.
            var seen = string.Concat(path.Where(character => !char.IsControl(character)));
            if (seen is not ['/', ..] || seen is ['/', '/' or '\\', ..])
            {
                return false;
            }

            var decoded = Uri.UnescapeDataString(path);
            if (decoded == path)
            {
                return true;
            }

            path = decoded;
        }

        return false;
    }

    // A header contains only ASCII. Characters that are already encoded do not change.
    private static string Encode(string url)
    {
        if (url.All(IsPlain))
        {
            return url;
        }

        var text = new StringBuilder(url.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in url.EnumerateRunes())
        {
            if (rune.IsAscii && IsPlain((char)rune.Value))
            {
                text.Append((char)rune.Value);
            }
            else
            {
                foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
                {
                    text.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
                }
            }
        }

        return text.ToString();
    }

    private static bool IsPlain(char character) =>
        character is > ' ' and < (char)127 and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}');
}
