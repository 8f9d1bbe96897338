using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>
/// A time. DigitalOcean sends up to nine digits of a second, of which .NET keeps seven, and a few times without an offset, which are UTC.
/// </summary>
internal readonly struct TimeFormat : IJsonFormat<DateTimeOffset>
{
    private const string Form = "yyyy-MM-ddTHH:mm:ss.FFFFFFF";

    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out DateTimeOffset value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        // The reader takes a time without an offset for local time, which differs from machine to machine, and year 1 is out of range then.
        if (!reader.HasValueSequence && HasOffset(reader.ValueSpan))
        {
            return reader.TryGetDateTimeOffset(out value) || TryParse(reader.GetString()!, out value);
        }

        return TryParse(reader.GetString()!, out value);
    }

    public static void Write(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(ToText(value));

    /// <summary>A time as DigitalOcean writes it: <c>Z</c> for UTC.</summary>
    public static string ToText(DateTimeOffset value) =>
        value.ToString(Form, CultureInfo.InvariantCulture) + (value.Offset == TimeSpan.Zero ? "Z" : value.ToString("zzz", CultureInfo.InvariantCulture));

    private static bool HasOffset(ReadOnlySpan<byte> text) =>
        text is [.., (byte)'Z'] || (text.Length > 19 && text[19..].IndexOfAny((byte)'+', (byte)'-') >= 0);

    private static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        return text.Length >= 19 && text[4] == '-' && text[10] is 'T' or 't' or ' '
            && DateTimeOffset.TryParse(WithSevenDigits(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    private static string WithSevenDigits(string text)
    {
        var digits = text.Length > 19 && text[19] == '.' ? text.AsSpan(20).IndexOfAnyExceptInRange('0', '9') : 0;
        var count = digits < 0 ? text.Length - 20 : digits;
        return count > 7 ? new StringBuilder(text).Remove(27, count - 7).ToString() : text;
    }
}
