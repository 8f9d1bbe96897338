using YamlDotNet.RepresentationModel;

namespace DoOAuth.RefreshData;

/// <summary>Reads the parts of a YAML document that can be absent.</summary>
internal static class YamlNodes
{
    /// <summary>The value of a key. Null if the node has no such key, or is not an object.</summary>
    public static YamlNode? Child(this YamlNode node, string name) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null;

    /// <summary>The text of a scalar. Empty for other nodes.</summary>
    public static string Text(this YamlNode? node) => (node as YamlScalarNode)?.Value ?? "";

    /// <summary>The keys and values of an object. None for other nodes.</summary>
    public static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Fields(this YamlNode? node) =>
        node is YamlMappingNode mapping ? mapping.Children : [];

    /// <summary>The items of a list. None for other nodes.</summary>
    public static IEnumerable<YamlNode> Items(this YamlNode? node) => (node as YamlSequenceNode)?.Children ?? [];
}
