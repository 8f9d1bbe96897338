using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>The digits of a number, which DigitalOcean sends as a number or as a text.</summary>
internal static class NumberText
{
    /// <summary>The bytes of the reader's number.</summary>
    public static ReadOnlySpan<byte> Of(ref Utf8JsonReader reader) => reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;

    /// <summary>Reads a whole number. One that is too large becomes the largest: some limits are 2^63, rounded by a tool that knows only doubles.</summary>
    public static bool TryReadInt64(ref Utf8JsonReader reader, out long value)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetInt64(out value))
            {
                return true;
            }

            if (reader.TryGetDouble(out var number) && Math.Truncate(number) == number)
            {
                value = number >= long.MaxValue ? long.MaxValue : number <= long.MinValue ? long.MinValue : (long)number;
                return true;
            }
        }

        value = 0;
        return reader.TokenType == JsonTokenType.String && long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads a whole number that is not negative.</summary>
    public static bool TryReadUInt64(ref Utf8JsonReader reader, out ulong value)
    {
        value = 0;
        return reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetUInt64(out value),
            JsonTokenType.String => ulong.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out value),
            _ => false,
        };
    }
}
