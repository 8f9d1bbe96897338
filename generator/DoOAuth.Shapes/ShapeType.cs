namespace DoOAuth.Shapes;

/// <summary>
/// The type of a value, as the tables write it: <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>any</c>, <c>object</c>,
/// or the name of a shape; <c>string:date-time</c> with a format; <c>string(a,b)</c> with all values; <c>T[]</c> a list; <c>T{}</c> a map;
/// <c>A|B</c> alternatives; <c>T?</c> also null.
/// </summary>
internal sealed class ShapeType
{
    private ShapeType(ValueKind kind, string name = "", bool isNullable = false)
    {
        Kind = kind;
        Name = name;
        IsNullable = isNullable;
    }

    /// <summary>What the value is.</summary>
    public ValueKind Kind { get; private init; }

    /// <summary>The shape's name if <see cref="Kind"/> is <see cref="ValueKind.Named"/>. Otherwise empty.</summary>
    public string Name { get; private init; }

    /// <summary>Whether null is a valid value.</summary>
    public bool IsNullable { get; private init; }

    /// <summary>The format, such as <c>date-time</c> or <c>int64</c>. Empty if there is none.</summary>
    public string Format { get; private init; } = "";

    /// <summary>All values, if only these are valid. Otherwise empty.</summary>
    public IReadOnlyList<string> Values { get; private init; } = [];

    /// <summary>The type of the items or values. Null if the type has none.</summary>
    public ShapeType? Item { get; private init; }

    /// <summary>The alternatives. Empty if the type is not a union.</summary>
    public IReadOnlyList<ShapeType> Alternatives { get; private init; } = [];

    /// <summary>Reads a type.</summary>
    /// <exception cref="FormatException">The text is not a type.</exception>
    public static ShapeType Parse(string text)
    {
        var parts = SplitAlternatives(text);
        return parts.Count > 1
            ? new ShapeType(ValueKind.Union) { Alternatives = [.. parts.Select(Parse)] }
            : ParseOne(text);
    }

    // No list patterns: with this many, the compiler needs two minutes for them.
    private static ShapeType ParseOne(string text)
    {
        if (text.Length == 0)
        {
            throw new FormatException("A type is missing.");
        }

        if (text[^1] == '?')
        {
            return ParseOne(text[..^1]).OrNull();
        }

        if (text.EndsWith("[]", StringComparison.Ordinal))
        {
            return new ShapeType(ValueKind.Array) { Item = ParseOne(text[..^2]) };
        }

        if (text.EndsWith("{}", StringComparison.Ordinal))
        {
            return new ShapeType(ValueKind.Map) { Item = ParseOne(text[..^2]) };
        }

        return text[^1] != ')' ? Simple(text) : text[0] == '(' ? Parse(text[1..^1]) : WithValues(text[..^1]);
    }

    private static ShapeType WithValues(string text)
    {
        var start = text.IndexOf('(', StringComparison.Ordinal);
        if (start < 0)
        {
            throw new FormatException($"'{text})' has no opening parenthesis.");
        }

        var simple = Simple(text[..start]);
        return new ShapeType(simple.Kind) { Format = simple.Format, Values = [.. text[(start + 1)..].Split(',').Select(Uri.UnescapeDataString)] };
    }

    private static ShapeType Simple(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text : text[..colon];
        var kind = name switch
        {
            "any" => ValueKind.Any,
            "string" => ValueKind.Text,
            "integer" => ValueKind.Integer,
            "number" => ValueKind.Number,
            "boolean" => ValueKind.Boolean,
            "object" => ValueKind.FreeObject,
            _ => ValueKind.Named,
        };
        return kind == ValueKind.Named ? new ShapeType(kind, text) : new ShapeType(kind) { Format = colon < 0 ? "" : text[(colon + 1)..] };
    }

    // A bar inside parentheses belongs to a value or to a list of alternatives.
    private static List<string> SplitAlternatives(string text)
    {
        var parts = new List<string>();
        int start = 0, depth = 0;
        for (var index = 0; index < text.Length; index++)
        {
            depth += text[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[index] == '|' && depth == 0)
            {
                parts.Add(text[start..index]);
                start = index + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    private ShapeType OrNull() => new(Kind, Name, isNullable: true) { Format = Format, Values = Values, Item = Item, Alternatives = Alternatives };
}
