namespace DoOAuth.ApiSource.Model;

/// <summary>A type as C# writes it.</summary>
/// <param name="Name">The type, without a question mark.</param>
/// <param name="Format">The type that reads and writes it as JSON.</param>
/// <param name="IsValue">Whether it is a value type.</param>
/// <param name="Empty">What a member that must be there has if an answer lacks it. Null for a value type.</param>
/// <param name="IsOwn">Whether it is a type of the client, which has its own <c>TryRead</c>.</param>
/// <param name="Words">What it is, for doc comments.</param>
internal sealed record ClientType(string Name, string Format, bool IsValue, string? Empty, bool IsOwn, string Words)
{
    public static ClientType Text { get; } = new("string", "TextFormat", false, "\"\"", false, "a text");

    public static ClientType Int64 { get; } = Scalar("long", "Int64Format", "a whole number");

    public static ClientType Int32 { get; } = Scalar("int", "Int32Format", "a whole number");

    public static ClientType UInt64 { get; } = Scalar("ulong", "UInt64Format", "a whole number");

    public static ClientType Int64Text { get; } = Scalar("long", "Int64TextFormat", "a whole number, sent as a text");

    public static ClientType UInt64Text { get; } = Scalar("ulong", "UInt64TextFormat", "a whole number, sent as a text");

    public static ClientType Number { get; } = Scalar("double", "DoubleFormat", "a number");

    public static ClientType Boolean { get; } = Scalar("bool", "BooleanFormat", "true or false");

    public static ClientType Time { get; } = Scalar("DateTimeOffset", "TimeFormat", "a time");

    public static ClientType Date { get; } = Scalar("DateOnly", "DateFormat", "a date");

    public static ClientType Bytes { get; } = Scalar("ReadOnlyMemory<byte>", "BytesFormat", "bytes in Base64");

    public static ClientType Json { get; } = Scalar("JsonElement", "AnyFormat", "any JSON");

    public static ClientType NumberOrText { get; } = new("NumberOrText", "OwnFormat<NumberOrText>", true, null, true, "a number or a text");

    public static ClientType TextOrBoolean { get; } = new("TextOrBoolean", "OwnFormat<TextOrBoolean>", true, null, true, "a text, or true or false");

    public static ClientType MetricSample { get; } = new("MetricSample", "OwnFormat<MetricSample>", true, null, true, "a measured value");

    /// <summary>The type of the items of a list or a map. Null for everything else.</summary>
    public ClientType? Item { get; private init; }

    /// <summary>Whether it is a list or a map.</summary>
    public bool IsCollection => Item is not null;

    /// <summary>What reads it.</summary>
    public string Reader => IsOwn ? Name : Format;

    /// <summary>A text with known values.</summary>
    public static ClientType Known(string name) => new(name, $"OwnFormat<{name}>", true, null, true, "a text with known values");

    /// <summary>An object.</summary>
    public static ClientType Object(string name) => new(name, $"OwnFormat<{name}>", false, $"{name}.Empty", true, "an object");

    /// <summary>One of several objects.</summary>
    public static ClientType Choice(string name) => new(name, $"OwnFormat<{name}>", false, $"{name}.Empty", true, "one of several objects");

    /// <summary>A list.</summary>
    public static ClientType List(ClientType item) => new($"IReadOnlyList<{item.Name}>", $"ListFormat<{item.Name}, {item.Format}>", false, "[]", false, "a list") { Item = item };

    /// <summary>A list whose items can be null.</summary>
    public static ClientType SparseList(ClientType item) => List(item) with { Format = $"SparseListFormat<{item.Name}, {item.Format}>" };

    /// <summary>A map.</summary>
    public static ClientType Map(ClientType item) => new(
        $"IReadOnlyDictionary<string, {item.Name}>", $"MapFormat<{item.Name}, {item.Format}>", false, $"ReadOnlyDictionary<string, {item.Name}>.Empty", false, "a map")
    { Item = item };

    private static ClientType Scalar(string name, string format, string words) => new(name, format, true, null, false, words);
}
