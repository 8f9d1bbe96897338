using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>A text. DigitalOcean writes some IDs as a number in one place and as a text in another, so a number is read too.</summary>
internal readonly struct TextFormat : IJsonFormat<string>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, [MaybeNullWhen(false)] out string value)
    {
        value = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => Encoding.UTF8.GetString(NumberText.Of(ref reader)),
            _ => null,
        };
        return value is not null;
    }

    public static void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);
}
