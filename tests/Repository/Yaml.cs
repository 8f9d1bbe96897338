using YamlDotNet.RepresentationModel;

namespace DoOAuth.Repository.Tests;

/// <summary>Reads YAML as nodes.</summary>
internal static class Yaml
{
    /// <summary>A file whose top level is a mapping.</summary>
    public static YamlMappingNode Read(string path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Clone.Text(path)));
        return Assert.IsType<YamlMappingNode>(Assert.Single(stream.Documents).RootNode);
    }

    /// <summary>The value under a key, or null if the mapping does not have the key.</summary>
    public static YamlNode? Get(this YamlNode node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    /// <summary>The text under a key, or null.</summary>
    public static string? Text(this YamlNode node, string key) => (node.Get(key) as YamlScalarNode)?.Value;

    /// <summary>The keys of a mapping with their values.</summary>
    public static IEnumerable<(string Key, YamlNode Value)> Entries(this YamlNode? node) =>
        (node as YamlMappingNode)?.Children.Select(child => (((YamlScalarNode)child.Key).Value!, child.Value)) ?? [];

    /// <summary>The elements of a sequence.</summary>
    public static IEnumerable<YamlNode> Elements(this YamlNode? node) => (node as YamlSequenceNode)?.Children ?? [];
}
