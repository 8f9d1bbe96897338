using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>A type that reads and writes its own JSON. The types in <c>DoOAuth.Api.Models</c> do, so that an app contains only the code of those that it uses.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IDigitalOceanJson<TSelf>
    where TSelf : IDigitalOceanJson<TSelf>
{
    /// <summary>Reads a value. The reader is on its first token before the call, and on its last token after it.</summary>
    /// <param name="reader">The reader. If the result is false, it has not moved.</param>
    /// <param name="unknown">Whether members that DigitalOcean does not describe are kept.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the JSON value is of the kind that the type needs, such as an object.</returns>
    static abstract bool TryReadJson(ref Utf8JsonReader reader, UnknownMembers unknown, [MaybeNullWhen(false)] out TSelf value);

    /// <summary>Writes the value.</summary>
    /// <param name="writer">The writer, where a value is expected.</param>
    void WriteJson(Utf8JsonWriter writer);
}
