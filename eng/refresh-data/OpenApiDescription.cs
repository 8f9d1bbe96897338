using DoOAuth.RefreshData.Shapes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DoOAuth.RefreshData;

/// <summary>DigitalOcean's bundled OpenAPI description, YAML or JSON (which is YAML as well).</summary>
/// <param name="Operations">The operations of DigitalOcean's API.</param>
/// <param name="Shapes">The shapes of their requests and answers.</param>
/// <param name="OtherServers">The servers of the other operations, one for each. An app must not send a user's token to them.</param>
internal sealed record OpenApiDescription(IReadOnlyList<DescribedOperation> Operations, ShapeTables Shapes, IReadOnlyList<string> OtherServers)
{
    private static readonly string[] Methods = ["delete", "get", "head", "options", "patch", "post", "put"];

    /// <summary>Reads a description.</summary>
    /// <exception cref="RefreshException">The text is not a bundled description of DigitalOcean's API. The message gives the reason.</exception>
    public static OpenApiDescription Read(TextReader text)
    {
        var root = Load(text);
        if (root.Child("openapi") is null || root.Child("paths") is not YamlMappingNode paths)
        {
            throw new RefreshException("The file is not an OpenAPI description: 'openapi' or 'paths' is missing.");
        }

        var references = new References(root);
        var shapes = new ShapeBuilder(references);
        var examples = new ExampleCollector();
        var bodies = new BodyReader(references, shapes, examples);
        var describedBodies = new List<DescribedBody>();
        var operations = new Dictionary<(string Method, string Path), DescribedOperation>();
        var otherServers = new List<string>();
        foreach (var (path, item) in paths.Children)
        {
            foreach (var (method, operation, servers) in OperationsOf(references, root, item))
            {
                if (ApiServers.BasePath(servers) is not { } basePath)
                {
                    otherServers.Add(servers[0].Child("url").Text());
                    continue;
                }

                var described = ToOperation(root, method, basePath + path.Text(), operation);
                if (!operations.TryAdd((described.Method, described.Path), described))
                {
                    throw new RefreshException($"The description contains {described.Method} {described.Path} twice.");
                }

                describedBodies.Add(bodies.Read($"{described.Path}\t{described.Method}", operation, references.Chain(item)));
            }
        }

        return operations.Count > 0
            ? new OpenApiDescription([.. operations.Values], new ShapeTables(examples.Fill([.. shapes.Shapes]), describedBodies), otherServers)
            : throw new RefreshException(
                $"The description contains no operation of {ApiServers.Api}. Its servers are: {string.Join(", ", otherServers.Distinct(StringComparer.Ordinal))}.");
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

    private static IEnumerable<(string Method, YamlMappingNode Operation, IReadOnlyList<YamlNode> Servers)> OperationsOf(
        References references, YamlMappingNode root, YamlNode path)
    {
        // A reference can have fields next to it. They win.
        var items = references.Chain(path);
        return from method in Methods
               let node = items.Select(item => item.Child(method)).FirstOrDefault(node => node is not null)
               where node is not null
               let operation = references.Resolve(node)
               let servers = ApiServers.InEffect([operation.Child("servers"), .. items.Select(item => item.Child("servers")), root.Child("servers")])
               select (method, operation, servers);
    }

    private static DescribedOperation ToOperation(YamlMappingNode root, string method, string path, YamlMappingNode operation)
    {
        var verb = method.ToUpperInvariant();
        return operation.Child("operationId").Text() is { Length: > 0 } id
            ? new DescribedOperation(
                verb,
                path,
                id,
                SecurityRequirements.ToCell(operation.Child("security") ?? root.Child("security")),
                operation.Child("deprecated").Text().Equals("true", StringComparison.OrdinalIgnoreCase))
            {
                Tag = (operation.Child("tags") as YamlSequenceNode)?.Children.FirstOrDefault().Text() ?? "",
            }
            : throw new RefreshException($"{verb} {path} has no operationId.");
    }
}
