using YamlDotNet.RepresentationModel;

namespace DoOAuth.RefreshData.Shapes;

/// <summary>Makes named shapes from the schemas of a description.</summary>
internal sealed class ShapeBuilder(References references)
{
    private readonly Dictionary<string, DescribedShape?> _shapes = new(StringComparer.Ordinal);

    /// <summary>The shapes that were needed.</summary>
    public IEnumerable<DescribedShape> Shapes => _shapes.Values.OfType<DescribedShape>();

    /// <summary>The type of a schema. An object without a name of its own gets the suggested one.</summary>
    public string TypeOf(YamlNode node, string suggested)
    {
        var schema = Schema.Read(references, node);
        return schema.IsNullable ? Grouped(TypeOf(schema, suggested)) + "?" : TypeOf(schema, suggested);
    }

    private string TypeOf(Schema schema, string suggested)
    {
        if (schema.Component is { } component && !IsPlain(schema))
        {
            var name = component.Replace(' ', '_');
            AddOnce(name, () => Named(name, schema));
            return name;
        }

        return Inline(schema, suggested);
    }

    // A component that only says "a text with this pattern" is written where it is used.
    private static bool IsPlain(Schema schema) =>
        schema.Members.Count == 0 && schema.Field("enum") is null && schema.Field("items") is null && schema.Alternatives().Count == 0
        && schema.Field("additionalProperties") is null;

    private DescribedShape Named(string name, Schema schema) =>
        schema.Members.Count > 0 ? Object(name, schema) : new DescribedShape(name, Inline(schema, name + ".item"), null, []);

    private string Inline(Schema schema, string suggested)
    {
        if (schema.Members.Count > 0)
        {
            AddOnce(suggested, () => Object(suggested, schema));
            return suggested;
        }

        if (schema.Alternatives() is { Count: > 0 } alternatives)
        {
            return Choice(alternatives, schema.Field("discriminator"), suggested);
        }

        if (schema.Field("enum").Items().ToList() is { Count: > 0 } values)
        {
            return $"{BaseType(schema)}({string.Join(',', values.Select(EnumValue).Where(value => value is not null))})";
        }

        if (schema.Field("items") is { } items)
        {
            // A description says "object" with items once, and means the object of the item.
            return Grouped(TypeOf(items, suggested)) + (schema.Field("type").Text() == "object" ? "" : "[]");
        }

        if (schema.Field("additionalProperties") is YamlMappingNode { Children.Count: > 0 } others)
        {
            return Grouped(TypeOf(others, suggested)) + "{}";
        }

        return BaseType(schema) switch { "array" => "any[]", var other => other };
    }

    // A list of alternatives needs parentheses before a suffix.
    private static string Grouped(string type) => type.Contains('|', StringComparison.Ordinal) ? $"({type})" : type;

    private static string BaseType(Schema schema)
    {
        var type = schema.Field("type").Text();
        var format = schema.Field("format").Text();
        return (type.Length == 0 ? "any" : type) + (format.Length == 0 || type is "object" or "array" ? "" : ":" + format);
    }

    private static string? EnumValue(YamlNode node) =>
        JsonText.Of(node) == "null" ? null : Uri.EscapeDataString(node.Text()).Replace("%20", " ", StringComparison.Ordinal);

    private string Choice(IReadOnlyList<YamlNode> alternatives, YamlNode? discriminator, string suggested)
    {
        var mapping = discriminator?.Child("mapping").Fields().ToList() ?? [];
        if (mapping.Count == 0)
        {
            return string.Join('|', alternatives.Select((alternative, index) => TypeOf(alternative, $"{suggested}.{index + 1}")).Distinct(StringComparer.Ordinal));
        }

        var chooser = discriminator!.Child("propertyName").Text();
        AddOnce(suggested, () => new DescribedShape(suggested, null, chooser,
        [
            .. mapping.Select(pair => new DescribedMember(pair.Key.Text(), false, "", TypeOf(Reference(pair.Value), suggested), "", "", "")),
        ]));
        return suggested;
    }

    // A mapping's value is the text of a reference, or a component's name.
    private static YamlMappingNode Reference(YamlNode value) => new(
        new YamlScalarNode("$ref"),
        new YamlScalarNode(value.Text().StartsWith('#') ? value.Text() : "#/components/schemas/" + value.Text()));

    private DescribedShape Object(string name, Schema schema)
    {
        var members = schema.Members.Select(pair => Member(name, pair.Key, pair.Value, schema.Required.Contains(pair.Key))).ToList();
        if (schema.Field("additionalProperties") is { } others && others.Text() != "false")
        {
            members.Add(new DescribedMember("*", false, "", others is YamlMappingNode { Children.Count: > 0 } ? TypeOf(others, name + ".other") : "any", "", "", ""));
        }

        return new DescribedShape(name, null, null, members);
    }

    private DescribedMember Member(string shape, string name, YamlNode node, bool isRequired)
    {
        var schema = Schema.Read(references, node);
        var type = TypeOf(node, $"{shape}.{name}");
        return new DescribedMember(
            name,
            isRequired,
            schema.Field("readOnly").Text() == "true" ? "<" : schema.Field("writeOnly").Text() == "true" ? ">" : "",
            type,
            Example(schema),
            WithinRange(schema, schema.Field("default")),
            ValueRules.Of(schema));
    }

    // The members of an object have examples of their own.
    private static string Example(Schema schema)
    {
        var items = schema.Field("items");
        var isOfObjects = schema.Members.Count > 0 || items?.Child("properties") is not null || References.NameOf(items) is not null || items?.Child("allOf") is not null;
        var example = schema.Field("example");
        return isOfObjects && (example is YamlMappingNode || example.Items().Any(item => item is YamlMappingNode)) ? "" : WithinRange(schema, example);
    }

    // The description has whole numbers that no 64-bit number can hold.
    private static string WithinRange(Schema schema, YamlNode? value) =>
        JsonText.Of(value) is var json && schema.Field("type").Text() == "integer" && json.Contains('E', StringComparison.Ordinal) ? "" : json;

    private void AddOnce(string name, Func<DescribedShape> make)
    {
        // A shape can contain itself, so its name is taken before its members are read.
        if (_shapes.TryAdd(name, null))
        {
            _shapes[name] = make();
        }
    }
}
