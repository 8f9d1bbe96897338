using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>
/// An object of DigitalOcean's API. A member that was never set, and that the answer did not have, is not written. A member that can be null by
/// DigitalOcean's description is written as null if it was set to null.
/// </summary>
public abstract record DigitalOceanObject
{
    // For a required member: it was never set, and the answer did not have it. For an optional one: it is null, and is written as null.
    private ulong _exceptions;
    private ExtraMembers? _extra;

    private protected DigitalOceanObject()
    {
    }

    /// <summary>What tells the object from others of its type, such as its ID and its name.</summary>
    private protected virtual string Identity => "";

    /// <summary>The members that the description does not contain. They are written too, after the others.</summary>
    public IReadOnlyDictionary<string, JsonElement> OtherMembers
    {
        get => _extra?.Unknown ?? ReadOnlyDictionary<string, JsonElement>.Empty;
        init => _extra = new ExtraMembers(value, _extra?.Mistyped);
    }

    /// <summary>
    /// The members of the answer whose value is of another kind than described, such as null or an object instead of a text. Their properties have
    /// no value. They are written back as they were, unless their property was set.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> MistypedMembers => _extra?.Mistyped ?? ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>The type and, if the object has them, its ID and its name. No other value, because some are secrets.</summary>
    public sealed override string ToString() => Identity.Length == 0 ? GetType().Name : $"{GetType().Name} {{ {Identity} }}";

    /// <summary>Whether the answer has a value of another kind than described for a member. Null counts as no value.</summary>
    internal bool IsMistyped(string name) => _extra?.Mistyped is { } mistyped && mistyped.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Whether all of these members that must be there were read or set.</summary>
    internal bool HasAll(ulong members) => (_exceptions & members) == 0;

    /// <summary>The text of <see cref="Identity"/>.</summary>
    private protected static string Identify(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in members)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(name).Append(" = ").Append(CultureInfo.InvariantCulture, $"{value}");
        }

        return text.ToString();
    }

    /// <summary>Moves to the next member's value. The reader is on the start of the object, or on the end of the member before.</summary>
    private protected static bool NextMember(ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            name = default;
            return false;
        }

        name = reader.HasValueSequence || reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        return reader.Read();
    }

    /// <summary>Reads a member that is not described.</summary>
    private protected void Other(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, UnknownMembers unknown)
    {
        if (unknown == UnknownMembers.Ignore)
        {
            reader.TrySkip();
            return;
        }

        _extra ??= new ExtraMembers(null, null);
        _extra.AddUnknown(Encoding.UTF8.GetString(name), JsonElement.ParseValue(ref reader));
    }

    /// <summary>Reads a member whose value is of another kind than described.</summary>
    private protected void Mistyped(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name)
    {
        _extra ??= new ExtraMembers(null, null);
        _extra.AddMistyped(Encoding.UTF8.GetString(name), JsonElement.ParseValue(ref reader));
    }

    /// <summary>States that the object has none of the members that must be there, until they are read or set.</summary>
    private protected void ExpectNone(ulong members) => _exceptions = members;

    /// <summary>States that a member that must be there is there.</summary>
    private protected void Given(ulong member) => _exceptions &= ~member;

    /// <summary>States whether a member that need not be there is there and null.</summary>
    private protected void Null(ulong member, bool isNull) => _exceptions = isNull ? _exceptions | member : _exceptions & ~member;

    /// <summary>Writes a member that need not be there.</summary>
    private protected void Put<T, TFormat>(Utf8JsonWriter writer, scoped ReadOnlySpan<byte> name, T? value)
        where T : class
        where TFormat : IJsonFormat<T>
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            TFormat.Write(writer, value);
        }
        else
        {
            PutMistyped(writer, name);
        }
    }

    /// <summary>Writes a member that need not be there.</summary>
    private protected void PutValue<T, TFormat>(Utf8JsonWriter writer, scoped ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TFormat : IJsonFormat<T>
    {
        if (value is { } present)
        {
            writer.WritePropertyName(name);
            TFormat.Write(writer, present);
        }
        else
        {
            PutMistyped(writer, name);
        }
    }

    /// <summary>Writes a member that must be there.</summary>
    private protected void PutRequired<T, TFormat>(Utf8JsonWriter writer, scoped ReadOnlySpan<byte> name, T value, ulong member)
        where TFormat : IJsonFormat<T>
    {
        if ((_exceptions & member) != 0)
        {
            PutMistyped(writer, name);
            return;
        }

        writer.WritePropertyName(name);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            TFormat.Write(writer, value);
        }
    }

    /// <summary>Writes null for a member that need not be there, if it was set to null.</summary>
    private protected void PutNull(Utf8JsonWriter writer, scoped ReadOnlySpan<byte> name, ulong member)
    {
        if ((_exceptions & member) != 0)
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes null for a member that must be there, unless the answer did not have it.</summary>
    private protected void PutRequiredNull(Utf8JsonWriter writer, scoped ReadOnlySpan<byte> name, ulong member)
    {
        if ((_exceptions & member) == 0)
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes the members that are not described.</summary>
    private protected void PutOthers(Utf8JsonWriter writer)
    {
        if (_extra?.Unknown is { } unknown)
        {
            foreach (var (name, value) in unknown)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }
    }

    private void PutMistyped(Utf8JsonWriter writer, scoped ReadOnlySpan<byte> name)
    {
        if (_extra?.Mistyped is { } mistyped && mistyped.TryGetValue(Encoding.UTF8.GetString(name), out var value))
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }
}
