using System.Buffers;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>A list.</summary>
internal readonly struct ListFormat<T, TFormat> : IJsonFormat<IReadOnlyList<T>>
    where TFormat : IJsonFormat<T>
{
    private const int FewItems = 16;

    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        // A pooled buffer first, because the number of items is known only at the end.
        var start = reader;
        var (items, count) = (ArrayPool<T>.Shared.Rent(FewItems), 0);
        try
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (!TFormat.TryRead(ref reader, unknown, out var item))
                {
                    reader = start;
                    return false;
                }

                items = count < items.Length ? items : Larger(items);
                items[count++] = item;
            }

            value = count == 0 ? [] : items.AsSpan(0, count).ToArray();
            return true;
        }
        finally
        {
            Release(items, count);
        }
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        writer.WriteStartArray();
        for (var index = 0; index < value.Count; index++)
        {
            TFormat.Write(writer, value[index]);
        }

        writer.WriteEndArray();
    }

    private static T[] Larger(T[] items)
    {
        var larger = ArrayPool<T>.Shared.Rent(items.Length * 2);
        items.CopyTo(larger, 0);
        Release(items, items.Length);
        return larger;
    }

    private static void Release(T[] items, int count)
    {
        items.AsSpan(0, Math.Min(count, items.Length)).Clear();
        ArrayPool<T>.Shared.Return(items);
    }
}

/// <summary>An object with values of one type under names that the caller chooses.</summary>
internal readonly struct MapFormat<T, TFormat> : IJsonFormat<IReadOnlyDictionary<string, T>>
    where TFormat : IJsonFormat<T>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, T> value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var start = reader;
        Dictionary<string, T>? items = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!reader.Read() || !TFormat.TryRead(ref reader, unknown, out var item))
            {
                reader = start;
                return false;
            }

            (items ??= new Dictionary<string, T>(StringComparer.Ordinal))[name] = item;
        }

        value = (IReadOnlyDictionary<string, T>?)items ?? ReadOnlyDictionary<string, T>.Empty;
        return true;
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value)
    {
        writer.WriteStartObject();
        foreach (var (name, item) in value)
        {
            writer.WritePropertyName(name);
            TFormat.Write(writer, item);
        }

        writer.WriteEndObject();
    }
}

/// <summary>A type that reads and writes itself.</summary>
internal readonly struct OwnFormat<T> : IJsonFormat<T>
    where T : IDigitalOceanJson<T>
{
    public static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, [MaybeNullWhen(false)] out T value) =>
        T.TryReadJson(ref reader, unknown, out value);

    public static void Write(Utf8JsonWriter writer, T value) => value.WriteJson(writer);
}

