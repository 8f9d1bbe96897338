using System.Text.RegularExpressions;
using DoOAuth.ApiSource.Names;
using DoOAuth.Shapes;

namespace DoOAuth.ApiSource.Model;

/// <summary>Makes the client's types from shapes, each one once.</summary>
/// <param name="shapes">The shapes.</param>
/// <param name="naming">The names.</param>
/// <param name="sent">The shapes that a request can contain.</param>
/// <param name="fixedValues">The members that have only one value that makes sense.</param>
internal sealed partial class TypeBuilder(ShapeCatalog shapes, Naming naming, HashSet<string> sent, FixedValues fixedValues)
{
    private readonly Dictionary<string, RecordType> _recordsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _recordNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ChoiceType> _choices = new(StringComparer.Ordinal);

    /// <summary>The objects so far.</summary>
    public IReadOnlyList<RecordType> Records => [.. _recordsByName.Values.OrderBy(record => record.Name, StringComparer.Ordinal)];

    /// <summary>The texts with known values so far.</summary>
    public IReadOnlyList<KnownText> Texts => [.. _texts.Values.OrderBy(text => text.Name, StringComparer.Ordinal)];

    /// <summary>The choices so far.</summary>
    public IReadOnlyList<ChoiceType> Choices => [.. _choices.Values.OrderBy(choice => choice.Name, StringComparer.Ordinal)];

    /// <summary>The type in C# of a described type.</summary>
    /// <param name="type">The described type.</param>
    /// <param name="key">Where it is described.</param>
    /// <param name="name">The name that a new type gets.</param>
    /// <param name="example">An example in JSON, or empty.</param>
    public ClientType Of(ShapeType type, string key, string name, string example = "") => type.Kind switch
    {
        ValueKind.Any or ValueKind.FreeObject => ClientType.Json,
        ValueKind.Boolean => ClientType.Boolean,
        ValueKind.Integer => type.Format switch { "int32" => ClientType.Int32, "uint64" => ClientType.UInt64, _ => ClientType.Int64 },
        ValueKind.Number => ClientType.Number,
        ValueKind.Array when type.Item!.Kind == ValueKind.Array && type.Item.Item!.Kind == ValueKind.Union => ClientType.List(ClientType.MetricSample),
        ValueKind.Array when type.Item.IsNullable => ClientType.SparseList(Of(type.Item, key, name, ItemExample(example))),
        ValueKind.Array => ClientType.List(Of(type.Item!, key, name, ItemExample(example))),
        ValueKind.Map => ClientType.Map(Of(type.Item!, key, name)),
        ValueKind.Named => Named(type.Name, name),
        ValueKind.Union => Union(type, key, name),
        _ => Text(type, key, name, example),
    };

    /// <summary>The object of a named shape, or of alternatives that are read as one object.</summary>
    public RecordType? Record(ShapeType type, string key, string name)
    {
        var (meant, shape) = shapes.Resolve(type);
        var clientType = shape is { Chooser: null } ? Named(shape.Name, name) : meant.Kind == ValueKind.Union ? Merged(meant, key, name) : null;
        return clientType is null ? null : _recordsByName[clientType.Name];
    }

    private ClientType Text(ShapeType type, string key, string name, string example) =>
        type.Values.Count > 0 ? Known(type.Values, key, name, key.Split('.', '?')[^1])
        : type.Format switch
        {
            "date-time" => ClientType.Time,
            "date" => ClientType.Date,
            "byte" => ClientType.Bytes,
            "int64" => ClientType.Int64Text,
            "uint64" => ClientType.UInt64Text,
            "" when Time().IsMatch(example) => ClientType.Time,
            _ => ClientType.Text,
        };

    private ClientType Named(string shapeName, string name)
    {
        var shape = shapes.Find(shapeName)!;
        if (shape.Alias is { } alias)
        {
            return alias.Kind == ValueKind.Text && alias.Values.Count > 0
                ? Known(alias.Values, shapeName, TypeNames.OfShape(shapeName), null)
                : Of(alias, shapeName, TypeNames.OfShape(shapeName));
        }

        return shape.Chooser is { } chooser
            ? Choice(shapeName, TypeNames.OfShape(shapeName), chooser, [.. shape.Members.GroupBy(member => member.Type.Name).Select(group => (group.First().Type, (IReadOnlyList<string>)[.. group.Select(member => member.Name)]))])
            : Object(shape, TypeNames.OfShape(shapeName));
    }

    private ClientType Object(Shape shape, string name)
    {
        if (!_recordNames.TryGetValue(shape.Name, out var known))
        {
            var isCount = shape.Name.EndsWith(".answer.meta", StringComparison.Ordinal) && shape.Members is [{ Name: "total" }];
            var block = naming.Type(shape.Name, name, [.. shape.Members.Select(member => member.Name)], member => Names.Identifier.Pascal(member), isCount ? "meta" : null);
            _recordNames.Add(shape.Name, known = block.Name);
            var isSent = sent.Contains(shape.Name);
            var members = shape.Members.Select(member => Member(shape, member, block)).ToList();
            _recordsByName.TryAdd(block.Name, new RecordType(shape.Name, block.Name, isSent, members));
        }

        return ClientType.Object(known);
    }

    private RecordMember Member(Shape shape, ShapeMember member, NameBlock block)
    {
        var isItem = member.Type.Kind is ValueKind.Array or ValueKind.Map;
        var type = Of(member.Type, $"{shape.Name}.{member.Name}", TypeNames.OfPlace(block.Name, member.Name, isItem), member.Example);
        var isNullable = member.Type.IsNullable || shapes.Resolve(member.Type).Type is var meant && (meant.IsNullable || meant.Alternatives.Any(alternative => alternative.IsNullable));
        var value = fixedValues.Of(shape.Name, member.Name);
        return new RecordMember(member, block.Members[member.Name], type, isNullable && type != ClientType.Json, value is null ? null : $"\"{value}\"", KindMembers.Of(shape, member));
    }

    private ClientType Known(IReadOnlyList<string> values, string key, string name, string? family)
    {
        values = [.. values.Distinct(StringComparer.Ordinal)];
        var block = naming.Type(key, name, values, TypeNames.OfValues(values), family);
        _texts.TryAdd(block.Name, new KnownText(key, block.Name, [.. values.Select(value => (value, block.Members[value]))]));
        return ClientType.Known(block.Name);
    }

    private ClientType Union(ShapeType type, string key, string name)
    {
        var meant = type.Alternatives.Select(alternative => shapes.Resolve(alternative)).ToList();
        var kinds = meant.Select(alternative => alternative.Type.Kind).ToHashSet();
        if (kinds.SetEquals([ValueKind.Text]))
        {
            return Known([.. meant.SelectMany(alternative => alternative.Type.Values)], key, name, key.Split('.')[^1]);
        }

        if (kinds.SetEquals([ValueKind.Text, ValueKind.Integer]))
        {
            return ClientType.NumberOrText;
        }

        if (kinds.SetEquals([ValueKind.Text, ValueKind.Boolean]))
        {
            return ClientType.TextOrBoolean;
        }

        var objects = meant.Where(alternative => alternative.Shape is not null).ToList();
        return objects switch
        {
            [] => ClientType.Json,
            [var only] => Of(only.Type, key, name),
            _ when objects.Count < meant.Count => Merged(type, key, name),
            _ => Choice(key, name, null, [.. objects.Select(alternative => (alternative.Type, KindMembers.Values(type, alternative.Type)))]),
        };
    }

    // One object with the members of all alternatives.
    private ClientType Merged(ShapeType type, string key, string name)
    {
        var members = type.Alternatives.Select(alternative => shapes.Resolve(alternative).Shape).OfType<Shape>()
            .SelectMany(shape => shape.Members).DistinctBy(member => member.Name)
            .Select(member => member with { IsRequired = false });
        return Object(new Shape(key, null, null, [.. members]), name);
    }

    private ClientType Choice(string key, string name, string? chooser, IReadOnlyList<(ShapeType Type, IReadOnlyList<string> Values)> alternatives)
    {
        var block = naming.Type(key, name, [], _ => "");
        if (!_choices.ContainsKey(block.Name))
        {
            _choices.Add(block.Name, new ChoiceType(key, block.Name, chooser, []));
            _choices[block.Name] = new ChoiceType(key, block.Name, chooser,
                [.. alternatives.Select(alternative => new ChoiceAlternative(Of(alternative.Type, key, name), alternative.Values, shapes.Resolve(alternative.Type).Shape!.Members))]);
        }

        return ClientType.Choice(block.Name);
    }

    private static string ItemExample(string example) => example.StartsWith("[\"", StringComparison.Ordinal) ? example[1..] : "";

    [GeneratedRegex("""^"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)""")]
    private static partial Regex Time();
}
