using System.Reflection;
using DoOAuth.Sandbox.Data;
using DoOAuth.Shapes;

namespace DoOAuth.Api.Tests;

/// <summary>The types of the client, found by what they are for.</summary>
internal static class ApiTypes
{
    private static readonly Assembly Client = typeof(DigitalOceanApi).Assembly;

    private static readonly Dictionary<string, string> Names = File.ReadLines(Path.Combine(Root, "data", "api-names.tsv"))
        .Select(line => line.Split('\t')).Where(cells => cells is ["type", _, _]).ToDictionary(cells => cells[1], cells => cells[2], StringComparer.Ordinal);

    /// <summary>The folder of the repository.</summary>
    public static string Root => typeof(ApiTypes).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    /// <summary>All operations with their shapes.</summary>
    public static IReadOnlyList<OperationShapes> Operations => [.. ApiModel.Instance.Answers.Entries];

    /// <summary>The methods that call operations, by verb and path.</summary>
    public static ILookup<(string Method, string Path), MethodInfo> Methods { get; } = Client.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
        .SelectMany(method => method.GetCustomAttributes<DigitalOceanOperationAttribute>().Select(attribute => (attribute, method)))
        .ToLookup(pair => (pair.attribute.Method, pair.attribute.Path), pair => pair.method);

    /// <summary>The type of an operation's answer, or null if it is not an object.</summary>
    public static Type? Answer(OperationShapes operation) => operation.Answer is null ? null : Of(operation.Answer, $"{operation.OperationId}.answer");

    /// <summary>The type of an operation's request, or null if there is none.</summary>
    public static Type? Request(OperationShapes operation) => operation.Request is null ? null : Of(operation.Request, $"{operation.OperationId}.request");

    /// <summary>The names in C# of an operation's parameters, by those in the description.</summary>
    public static IReadOnlyDictionary<string, string> Parameters(string operationId) => File.ReadLines(Path.Combine(Root, "data", "api-names.tsv"))
        .SkipWhile(line => !line.StartsWith($"operation\t{operationId}\t", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith('\t'))
        .Select(line => line.Split('\t')).ToDictionary(cells => cells[1], cells => cells[2], StringComparer.Ordinal);

    private static Type? Of(ShapeType type, string key)
    {
        var (meant, shape) = ApiModel.Instance.Shapes.Resolve(type);
        var name = meant.Kind is not (DoOAuth.Shapes.ValueKind.Named or DoOAuth.Shapes.ValueKind.Union) ? null
            : Names.GetValueOrDefault(shape?.Name ?? (type.Kind == DoOAuth.Shapes.ValueKind.Named ? type.Name : key));
        return name is null ? null : Client.GetType($"DoOAuth.Api.Models.{name}", throwOnError: true);
    }
}
