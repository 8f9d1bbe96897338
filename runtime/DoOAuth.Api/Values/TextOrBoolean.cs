using System.Text.Json;
using System.Text.Json.Serialization;

namespace DoOAuth.Api;

/// <summary>A text, or true or false. Both convert to it implicitly.</summary>
[JsonConverter(typeof(DigitalOceanJsonConverter<TextOrBoolean>))]
public readonly record struct TextOrBoolean : IDigitalOceanJson<TextOrBoolean>
{
    private readonly string? _text;

    /// <summary>Creates a text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public TextOrBoolean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>Creates true or false.</summary>
    /// <param name="boolean">The value.</param>
    public TextOrBoolean(bool boolean) => Boolean = boolean;

    /// <summary>The text, or null if this is true or false.</summary>
    public string? Text => Boolean is null ? _text ?? "" : null;

    /// <summary>True or false, or null if this is a text.</summary>
    public bool? Boolean { get; }

    /// <summary>Converts a text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator TextOrBoolean(string text) => new(text);

    /// <summary>Converts true or false.</summary>
    /// <param name="boolean">The value.</param>
    public static implicit operator TextOrBoolean(bool boolean) => new(boolean);

    /// <summary>Converts a text.</summary>
    /// <param name="text">The text.</param>
    public static TextOrBoolean FromString(string text) => new(text);

    /// <summary>Converts true or false.</summary>
    /// <param name="boolean">The value.</param>
    public static TextOrBoolean FromBoolean(bool boolean) => new(boolean);

    /// <summary>The text, <c>true</c> or <c>false</c>.</summary>
    public override string ToString() => Boolean switch { true => "true", false => "false", _ => _text ?? "" };

    static bool IDigitalOceanJson<TextOrBoolean>.TryReadJson(ref Utf8JsonReader reader, UnknownMembers unknown, out TextOrBoolean value) =>
        TryRead(ref reader, unknown, out value);

    void IDigitalOceanJson<TextOrBoolean>.WriteJson(Utf8JsonWriter writer)
    {
        if (Boolean is { } boolean)
        {
            writer.WriteBooleanValue(boolean);
        }
        else
        {
            writer.WriteStringValue(_text ?? "");
        }
    }

    internal static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out TextOrBoolean value)
    {
        _ = unknown;
        value = reader.TokenType switch
        {
            JsonTokenType.True => new TextOrBoolean(true),
            JsonTokenType.False => new TextOrBoolean(false),
            JsonTokenType.String => new TextOrBoolean(reader.GetString()!),
            _ => default,
        };
        return reader.TokenType is JsonTokenType.True or JsonTokenType.False or JsonTokenType.String;
    }
}
