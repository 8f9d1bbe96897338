using System.Globalization;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>A whole number.</summary>
internal readonly struct Int64Format : IJsonFormat<long>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out long value) => NumberText.TryReadInt64(ref reader, out value);

    public static void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);
}

/// <summary>A whole number of 32 bits.</summary>
internal readonly struct Int32Format : IJsonFormat<int>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out int value)
    {
        var isInt64 = NumberText.TryReadInt64(ref reader, out var number);
        value = unchecked((int)number);
        return isInt64 && value == number;
    }

    public static void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);
}

/// <summary>A whole number of 64 bits that is not negative.</summary>
internal readonly struct UInt64Format : IJsonFormat<ulong>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out ulong value) => NumberText.TryReadUInt64(ref reader, out value);

    public static void Write(Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);
}

/// <summary>A whole number that is sent as a text, as protocol buffers do with 64 bits.</summary>
internal readonly struct Int64TextFormat : IJsonFormat<long>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out long value) => NumberText.TryReadInt64(ref reader, out value);

    public static void Write(Utf8JsonWriter writer, long value) => writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A whole number that is not negative and is sent as a text.</summary>
internal readonly struct UInt64TextFormat : IJsonFormat<ulong>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out ulong value) => NumberText.TryReadUInt64(ref reader, out value);

    public static void Write(Utf8JsonWriter writer, ulong value) => writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
