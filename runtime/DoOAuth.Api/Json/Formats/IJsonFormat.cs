using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>How values of a type look in JSON.</summary>
/// <typeparam name="T">The type.</typeparam>
internal interface IJsonFormat<T>
{
    /// <summary>Reads a value. The reader is on its first token before the call, and on its last token after it.</summary>
    /// <returns>Whether the JSON value is of the right kind. If not, the reader has not moved.</returns>
    static abstract bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes a value.</summary>
    static abstract void Write(Utf8JsonWriter writer, T value);
}
