using System.Diagnostics.CodeAnalysis;

namespace DoOAuth;

/// <summary>Writes values into the paths of DigitalOcean's API.</summary>
public static class DigitalOceanPath
{
    // Nobody escapes a value more often. What is still escaped after that is refused.
    private const int MostEscapes = 4;

    /// <summary>
    /// Escapes a value, so that it stays one segment of a path, as in <c>$"/v2/droplets/{DigitalOceanPath.Segment(id)}"</c>. A value with a segment
    /// <c>.</c> or <c>..</c> would lead to another operation, because <see cref="HttpClient"/> follows such segments, and is refused.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <returns>The escaped value.</returns>
    /// <exception cref="ArgumentException">
    /// The value is empty, or contains a segment <c>.</c> or <c>..</c>, escaped or not. The message does not contain the value.
    /// </exception>
    [SuppressMessage("Design", "CA1055:URI-like return values should not be strings", Justification = "It is a part of a path, and not an address.")]
    public static string Segment(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        return MayBecomeDots(value)
            ? throw new ArgumentException("The value cannot be a segment of a path: it contains a segment '.' or '..', which leads to another path.", nameof(value))
            : Uri.EscapeDataString(value);
    }

    // Servers and proxies unescape a path before they follow its dots, and some do so more than once.
    private static bool MayBecomeDots(string value)
    {
        for (var escapes = 0; ; escapes++)
        {
            if (HasDots(value))
            {
                return true;
            }

            var plain = Uri.UnescapeDataString(value);
            if (plain == value)
            {
                return false;
            }

            if (escapes == MostEscapes)
            {
                return true;
            }

            value = plain;
        }
    }

    private static bool HasDots(ReadOnlySpan<char> value)
    {
        foreach (var range in value.SplitAny('/', '\\'))
        {
            if (value[range].Trim() is "." or "..")
            {
                return true;
            }
        }

        return false;
    }
}
