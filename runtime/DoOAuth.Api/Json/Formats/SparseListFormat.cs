using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>A list whose items can be null. Those are left out.</summary>
internal readonly struct SparseListFormat<T, TFormat> : IJsonFormat<IReadOnlyList<T>>
    where TFormat : IJsonFormat<T>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        var start = reader;
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            if (!TFormat.TryRead(ref reader, unknown, out var item))
            {
                reader = start;
                return false;
            }

            items.Add(item);
        }

        value = items;
        return true;
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<T> value) => ListFormat<T, TFormat>.Write(writer, value);
}
