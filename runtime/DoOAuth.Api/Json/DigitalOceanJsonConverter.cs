using System.Text.Json;
using System.Text.Json.Serialization;

namespace DoOAuth.Api;

/// <summary>Lets <see cref="JsonSerializer"/> read and write the types of this package, also through a serializer context of your own.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class DigitalOceanJsonConverter<T> : JsonConverter<T>
    where T : IDigitalOceanJson<T>
{
    /// <inheritdoc />
    /// <exception cref="JsonException">The JSON value is not of the kind that the type needs.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryReadJson(ref reader, UnknownMembers.Keep, out var value)
            ? value
            : throw new JsonException($"A JSON value of the kind {reader.TokenType} is not a {typeof(T).Name}.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.WriteJson(writer);
    }
}
