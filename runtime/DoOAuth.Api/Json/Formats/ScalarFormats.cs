using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>A number. Single precision would change prices, although the description says float.</summary>
internal readonly struct DoubleFormat : IJsonFormat<double>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out double value)
    {
        value = 0;
        return reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDouble(out value),
            JsonTokenType.String => double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value),
            _ => false,
        };
    }

    public static void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);
}

/// <summary>True or false.</summary>
internal readonly struct BooleanFormat : IJsonFormat<bool>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        return value || reader.TokenType == JsonTokenType.False;
    }

    public static void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
}

/// <summary>A date such as 2026-01-31.</summary>
internal readonly struct DateFormat : IJsonFormat<DateOnly>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out DateOnly value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && DateOnly.TryParseExact(reader.GetString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    public static void Write(Utf8JsonWriter writer, DateOnly value) => writer.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));
}

/// <summary>Bytes in Base64.</summary>
internal readonly struct BytesFormat : IJsonFormat<ReadOnlyMemory<byte>>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out ReadOnlyMemory<byte> value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetBytesFromBase64(out var bytes))
        {
            return false;
        }

        value = bytes;
        return true;
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value) => writer.WriteBase64StringValue(value.Span);
}

/// <summary>Any JSON value, where the description says nothing more.</summary>
internal readonly struct AnyFormat : IJsonFormat<JsonElement>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, [MaybeNullWhen(false)] out JsonElement value)
    {
        value = JsonElement.ParseValue(ref reader);
        return true;
    }

    public static void Write(Utf8JsonWriter writer, JsonElement value) => value.WriteTo(writer);
}
