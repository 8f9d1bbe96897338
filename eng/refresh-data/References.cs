using YamlDotNet.RepresentationModel;

namespace DoOAuth.RefreshData;

/// <summary>Follows the references (<c>$ref</c>) of a description.</summary>
internal sealed class References(YamlMappingNode root)
{
    private const string Key = "$ref";

    /// <summary>An object, and if it is a reference, the objects that it refers to, one after the other.</summary>
    /// <exception cref="RefreshException">The node is not an object, or a reference cannot be followed.</exception>
    public IReadOnlyList<YamlMappingNode> Chain(YamlNode node)
    {
        var objects = new List<YamlMappingNode>();
        for (var next = node; ;)
        {
            if (next is not YamlMappingNode current)
            {
                throw new RefreshException($"Line {next.Start.Line}: expected an object.");
            }

            if (objects.Exists(known => ReferenceEquals(known, current)))
            {
                throw new RefreshException($"'{current.Child(Key).Text()}' refers to itself.");
            }

            objects.Add(current);
            if (current.Child(Key) is not YamlScalarNode { Value: { } reference })
            {
                return objects;
            }

            next = Target(reference);
        }
    }

    /// <summary>What a node refers to in the end; the node itself if it is not a reference.</summary>
    public YamlMappingNode Resolve(YamlNode node) => Chain(node)[^1];

    /// <summary>The name of the component that a node refers to. Null if it is not a reference.</summary>
    public static string? NameOf(YamlNode? node) => node?.Child(Key) is YamlScalarNode { Value: { } reference }
        ? reference[(reference.LastIndexOf('/') + 1)..]
        : null;

    private YamlNode Target(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            throw new RefreshException($"The file refers to another file, '{reference}'. Use the bundled description, which is one file.");
        }

        return reference[2..].Split('/')
            .Select(name => Uri.UnescapeDataString(name).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
            .Aggregate<string, YamlNode?>(root, (node, name) => node?.Child(name))
            ?? throw new RefreshException($"'{reference}' does not exist.");
    }
}
