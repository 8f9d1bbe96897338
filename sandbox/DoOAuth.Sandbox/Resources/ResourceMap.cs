using System.Text.RegularExpressions;
using DoOAuth.Catalog;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Resources;

/// <summary>The kinds of resources of the API, found in the operations and their answers.</summary>
internal sealed partial class ResourceMap
{
    // Operations of one resource call its parameter by different names, such as id and app_id, so these have paths without names.
    private readonly Dictionary<string, ResourceKind> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceKind> _byItemPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceKind> _byShape = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OperationEntry>> _operations;
    private readonly AnswerCatalog _answers;
    private readonly ShapeCatalog _shapes;

    /// <summary>Finds the kinds.</summary>
    public ResourceMap(OperationCatalog operations, AnswerCatalog answers, ShapeCatalog shapes)
    {
        _answers = answers;
        _shapes = shapes;
        _operations = operations.Entries.GroupBy(entry => entry.Path).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var path in _operations.Keys.Where(path => !path.EndsWith('}')).OrderBy(path => path.Count(character => character == '/')).ThenBy(path => path, StringComparer.Ordinal))
        {
            if (KindAt(path) is { } kind)
            {
                _byPath.TryAdd(Unnamed(path), kind);
                _byShape.TryAdd(kind.Shape.Name, kind);
                if (LayoutOf("GET", path) is { ItemShape: { } listed })
                {
                    _byShape.TryAdd(listed.Name, kind);
                }

                if (kind.ItemPath is not null)
                {
                    _byItemPath.TryAdd(Unnamed(kind.ItemPath), kind);
                }
            }
        }
    }

    /// <summary>All kinds.</summary>
    public IReadOnlyCollection<ResourceKind> Kinds => _byPath.Values;

    /// <summary>The kind whose collection has a path, or null.</summary>
    public ResourceKind? AtPath(string path) => _byPath.GetValueOrDefault(Unnamed(path));

    /// <summary>The kind whose items have a path, or null.</summary>
    public ResourceKind? AtItemPath(string path) => _byItemPath.GetValueOrDefault(Unnamed(path));

    /// <summary>The kind whose items have a shape, or null. Of several the one with the shortest path.</summary>
    public ResourceKind? OfShape(Shape shape) => _byShape.GetValueOrDefault(shape.Name);

    /// <summary>What an operation does.</summary>
    public OperationRole RoleOf(OperationEntry operation)
    {
        if (AtPath(operation.Path) is not null)
        {
            return operation.Method switch
            {
                "GET" => OperationRole.List,
                "POST" => OperationRole.Create,
                "DELETE" => OperationRole.DeleteMatching,
                _ => OperationRole.Document,
            };
        }

        if (AtItemPath(operation.Path) is not null)
        {
            return operation.Method switch { "GET" => OperationRole.Get, "DELETE" => OperationRole.Delete, _ => OperationRole.Update };
        }

        var hasDocument = _operations[operation.Path].Exists(other => other.Method == "GET");
        return operation.Method == "GET" || hasDocument ? OperationRole.Document
            : operation.Method == "POST" && ElsewhereOf(operation) is not null ? OperationRole.CreateElsewhere
            : (operation.Method != "DELETE" || _answers.Find(operation.OperationId)?.Request is not null) && ParentOf(operation.Path) is not null ? OperationRole.UpdateParent
            : OperationRole.Document;
    }

    /// <summary>The kind of the innermost item that a path starts with, or null.</summary>
    public ResourceKind? ParentOf(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (AtItemPath(path[..end]) is { } kind)
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The collection of the same parent in which an operation creates what it answers, or null.</summary>
    public ResourceKind? ElsewhereOf(OperationEntry operation) =>
        ParentOf(operation.Path)?.ItemPath is { } parent
        && AnswerLayout.Of(_shapes, _answers.Find(operation.OperationId)?.Answer) is { MainShape: { } main }
            ? Kinds.FirstOrDefault(kind => kind.Shape.Name == main.Name && Unnamed(kind.Path[..kind.Path.LastIndexOf('/')]) == Unnamed(parent))
            : null;

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Parameter();

    private static string Unnamed(string path) => Parameter().Replace(path, "{}");

    private ResourceKind? KindAt(string path)
    {
        var item = _operations.Keys.FirstOrDefault(other =>
            other.StartsWith(path + "/{", StringComparison.Ordinal) && other.EndsWith('}') && other.LastIndexOf('/') == path.Length);
        var list = LayoutOf("GET", path);
        if (list?.ItemShape is not { } listed || (item is null && !_operations[path].Exists(operation => operation.Method == "POST" || HasPages(operation))))
        {
            return null;
        }

        var get = item is null ? null : LayoutOf("GET", item);
        var shape = get?.MainShape ?? (get is { MainShape: null, ListKey: null } ? get.Shape : listed);
        var parameter = item is null ? null : ParameterOf(item);
        var identity = IdentityOf(shape, parameter?.Name ?? "id") ?? IdentityOf(listed, parameter?.Name ?? "id");
        if (identity is null || shape.Find(identity) is null)
        {
            shape = listed;
        }

        if (identity is null)
        {
            return null;
        }

        var embedded = ParentOf(path)?.Shape.Members.FirstOrDefault(member => AnswerLayout.ItemOf(_shapes, member.Type)?.Name == listed.Name)?.Name;
        return new ResourceKind(path, item, parameter, item is null ? [] : ExamplesOf(item), shape, identity, embedded);
    }

    // The last parameter of an item's path, as the operation that returns the item describes it.
    private OperationParameter? ParameterOf(string item) => _operations[item]
        .OrderBy(operation => operation.Method != "GET")
        .Select(operation => _answers.Find(operation.OperationId)?.Path is [.., var last] ? last : null)
        .FirstOrDefault(last => last is not null);

    private HashSet<string> ExamplesOf(string item)
    {
        var position = item.Count(character => character == '{') - 1;
        return [.. _operations
            .Where(pair => Unnamed(pair.Key) is var path && (path == Unnamed(item) || path.StartsWith(Unnamed(item) + "/", StringComparison.Ordinal)))
            .SelectMany(pair => pair.Value)
            .Select(operation => _answers.Find(operation.OperationId)?.Path.ElementAtOrDefault(position)?.Example)
            .OfType<string>()
            .Where(example => example.Length > 0)];
    }

    private bool HasPages(OperationEntry operation) => _answers.Find(operation.OperationId)?.Query.Any(parameter => parameter.Name == "page") == true;

    private AnswerLayout? LayoutOf(string method, string path) =>
        _operations[path].Find(operation => operation.Method == method) is { } operation ? AnswerLayout.Of(_shapes, _answers.Find(operation.OperationId)?.Answer) : null;

    // Which member of an item is in the path: the one of the parameter's name, or what the name ends with.
    private static string? IdentityOf(Shape shape, string parameter)
    {
        string[] candidates = parameter switch
        {
            "repository_tag" => ["tag"],
            "manifest_digest" => ["digest"],
            _ when parameter.EndsWith("name", StringComparison.Ordinal) => [parameter, "name"],
            _ when parameter.EndsWith("uuid", StringComparison.Ordinal) => [parameter, "uuid", "id"],
            _ when parameter.EndsWith("slug", StringComparison.Ordinal) => [parameter, "slug", "name"],
            _ => [parameter, parameter.EndsWith("_id", StringComparison.Ordinal) ? parameter[..^3] : parameter, "id", "uuid", "slug", "ip", "sink_id", "urn", "name"],
        };
        return candidates.FirstOrDefault(name => shape.Find(name) is { Type.Kind: (ValueKind.Text or ValueKind.Integer) });
    }
}
