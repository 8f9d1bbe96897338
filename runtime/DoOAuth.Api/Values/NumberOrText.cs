using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DoOAuth.Api;

/// <summary>A number or a text, such as the ID of an image or its slug, or the ID of an SSH key or its fingerprint. Both convert to it implicitly.</summary>
[JsonConverter(typeof(DigitalOceanJsonConverter<NumberOrText>))]
public readonly record struct NumberOrText : IDigitalOceanJson<NumberOrText>
{
    private readonly string? _text;

    /// <summary>Creates a number.</summary>
    /// <param name="number">The number.</param>
    public NumberOrText(long number) => Number = number;

    /// <summary>Creates a text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public NumberOrText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>The number, or null if this is a text.</summary>
    public long? Number { get; }

    /// <summary>The text, or null if this is a number.</summary>
    public string? Text => Number is null ? _text ?? "" : null;

    /// <summary>Converts a number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator NumberOrText(long number) => new(number);

    /// <summary>Converts a text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator NumberOrText(string text) => new(text);

    /// <summary>Converts a number.</summary>
    /// <param name="number">The number.</param>
    public static NumberOrText FromInt64(long number) => new(number);

    /// <summary>Converts a text.</summary>
    /// <param name="text">The text.</param>
    public static NumberOrText FromString(string text) => new(text);

    /// <summary>The number's digits, or the text.</summary>
    public override string ToString() => Number?.ToString(CultureInfo.InvariantCulture) ?? _text ?? "";

    static bool IDigitalOceanJson<NumberOrText>.TryReadJson(ref Utf8JsonReader reader, UnknownMembers unknown, out NumberOrText value) =>
        TryRead(ref reader, unknown, out value);

    void IDigitalOceanJson<NumberOrText>.WriteJson(Utf8JsonWriter writer)
    {
        if (Number is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(_text ?? "");
        }
    }

    internal static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out NumberOrText value)
    {
        _ = unknown;
        value = default;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when NumberText.TryReadInt64(ref reader, out var number):
                value = new NumberOrText(number);
                return true;
            case JsonTokenType.String:
                value = new NumberOrText(reader.GetString()!);
                return true;
            default:
                return false;
        }
    }
}
