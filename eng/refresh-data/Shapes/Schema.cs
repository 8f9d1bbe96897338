using YamlDotNet.RepresentationModel;

namespace DoOAuth.RefreshData.Shapes;

/// <summary>A schema with everything that its references and <c>allOf</c> add.</summary>
/// <remarks>What is nearer to the place of use wins: a reference's own fields before those of its target, and a list's later parts before its earlier ones.</remarks>
internal sealed class Schema
{
    private readonly List<YamlMappingNode> _parts = [];

    private Schema()
    {
    }

    /// <summary>The members, in the order of the description.</summary>
    public Dictionary<string, YamlNode> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>The required members.</summary>
    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>The name of the component, if the schema is a reference to one and adds nothing but decoration. Otherwise null.</summary>
    public string? Component { get; private set; }

    /// <summary>Whether null is a valid value.</summary>
    public bool IsNullable => Parts("nullable").Any(node => node.Text() == "true");

    /// <summary>Reads a schema.</summary>
    public static Schema Read(References references, YamlNode node)
    {
        var schema = new Schema { Component = ComponentOf(references, node) };
        schema.Add(references, node);
        schema._parts.Reverse();
        return schema;
    }

    /// <summary>The value of a field, from the part nearest to the place of use that has one.</summary>
    public YamlNode? Field(string name) => Parts(name).FirstOrDefault();

    /// <summary>The alternatives. Empty if there are none.</summary>
    public IReadOnlyList<YamlNode> Alternatives() => [.. (Field("oneOf") ?? Field("anyOf")).Items()];

    private IEnumerable<YamlNode> Parts(string name) => _parts.Select(part => part.Child(name)).OfType<YamlNode>();

    private void Add(References references, YamlNode node)
    {
        // The target first, so that what is next to a reference wins.
        foreach (var current in references.Chain(node).Reverse())
        {
            foreach (var part in current.Child("allOf").Items())
            {
                Add(references, part);
            }

            _parts.Add(current);
            foreach (var (name, member) in current.Child("properties").Fields())
            {
                Members[name.Text()] = member;
            }

            Required.UnionWith(current.Child("required").Items().Select(name => name.Text()));
        }
    }

    // OpenAPI 3.0 allows no fields next to $ref, so descriptions write allOf with one reference to add a description or an example.
    private static string? ComponentOf(References references, YamlNode node)
    {
        if (References.NameOf(node) is { } name)
        {
            return name;
        }

        var parts = node.Child("allOf").Items().ToList();
        return parts.Count > 0 && IsDecoration(node) && parts.Skip(1).All(part => References.NameOf(part) is null && IsDecoration(part))
            ? ComponentOf(references, parts[0])
            : null;
    }

    private static bool IsDecoration(YamlNode node) =>
        node.Child("properties") is null && node.Child("required") is null && node.Child("enum") is null && node.Child("items") is null
        && node.Child("oneOf") is null && node.Child("anyOf") is null && node.Child("additionalProperties") is null;
}
