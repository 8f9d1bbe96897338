using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DoOAuth.RefreshData;

/// <summary>Reads DigitalOcean's bundled OpenAPI description, YAML or JSON (which is YAML as well).</summary>
internal static class OpenApiDescription
{
    private static readonly string[] Methods = ["delete", "get", "head", "options", "patch", "post", "put"];

    /// <summary>Reads the operations.</summary>
    /// <exception cref="RefreshException">The text is not a bundled OpenAPI description. The message gives the reason.</exception>
    public static IReadOnlyList<DescribedOperation> Read(TextReader text)
    {
        var root = Load(text);
        if (Child(root, "openapi") is null || Child(root, "paths") is not YamlMappingNode paths)
        {
            throw new RefreshException("The file is not an OpenAPI description: 'openapi' or 'paths' is missing.");
        }

        return
        [
            .. from path in paths.Children
               let item = Resolve(root, path.Value)
               from method in item.Children
               where Methods.Contains(Text(method.Key), StringComparer.Ordinal)
               select ToOperation(root, Text(method.Key), Text(path.Key), Resolve(root, method.Value)),
        ];
    }

    private static YamlMappingNode Load(TextReader text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(text);
        }
        catch (YamlException exception)
        {
            throw new RefreshException($"The file is neither YAML nor JSON: line {exception.Start.Line}, {exception.Message}", exception);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }, ..]
            ? root
            : throw new RefreshException("The file is not an OpenAPI description: it does not contain an object.");
    }

    private static DescribedOperation ToOperation(YamlMappingNode root, string method, string path, YamlMappingNode operation)
    {
        var verb = method.ToUpperInvariant();
        return Child(operation, "operationId") is YamlScalarNode { Value: { Length: > 0 } id }
            ? new DescribedOperation(
                verb,
                path,
                id,
                SecurityRequirements.ToCell(Child(operation, "security") ?? Child(root, "security")),
                Child(operation, "deprecated") is YamlScalarNode { Value: "true" })
            : throw new RefreshException($"{verb} {path} has no operationId.");
    }

    private static YamlMappingNode Resolve(YamlMappingNode root, YamlNode node)
    {
        if (Child(node, "$ref") is YamlScalarNode { Value: { } reference })
        {
            if (!reference.StartsWith("#/", StringComparison.Ordinal))
            {
                throw new RefreshException($"The file refers to another file, '{reference}'. Use the bundled description, which is one file.");
            }

            var target = reference[2..].Split('/').Aggregate<string, YamlNode?>(
                root, (current, name) => current is null ? null : Child(current, name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)));
            return target as YamlMappingNode ?? throw new RefreshException($"'{reference}' does not exist.");
        }

        return node as YamlMappingNode ?? throw new RefreshException($"Line {node.Start.Line}: expected an object.");
    }

    private static YamlNode? Child(YamlNode node, string name) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null;

    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";
}
