namespace DoOAuth.Catalog;

/// <summary>Finds operations by verb and path, even if only a part of the path is known.</summary>
internal sealed class OperationIndex
{
    private static readonly char[] Slash = ['/'];

    private readonly Dictionary<string, OperationNode> _verbs = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, OperationEntry>> _byPath;

    public OperationIndex(IReadOnlyList<OperationEntry> operations)
    {
        _byPath = new(() => operations.ToDictionary(operation => KeyOf(operation.Method, operation.Path), StringComparer.Ordinal));
        foreach (var operation in operations)
        {
            if (!_verbs.TryGetValue(operation.Method, out var root))
            {
                _verbs.Add(operation.Method, root = new OperationNode());
            }

            root.Add(operation);
        }
    }

    /// <summary>The verbs that the API uses, in capitals.</summary>
    public IReadOnlyCollection<string> Verbs => _verbs.Keys;

    /// <summary>The segments of an operation's path.</summary>
    public static string[] SegmentsOf(string path) => path.Split(Slash, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The operation with a verb and a path as they are listed; null for none. The names of parameters do not matter.</summary>
    public OperationEntry? Find(string verb, string path) => _byPath.Value.TryGetValue(KeyOf(verb, path), out var operation) ? operation : null;

    private static string KeyOf(string verb, string path) => $"{verb} {string.Join("/", SegmentsOf(path).Select(segment => segment[0] == '{' ? "{}" : segment))}";

    /// <summary>The operations that a verb and a path can mean.</summary>
    /// <param name="verb">The verb in capitals.</param>
    /// <param name="segments">The path's segments, without query.</param>
    public OperationMatch Match(string verb, IReadOnlyList<OperationSegment> segments)
    {
        if (!_verbs.TryGetValue(verb, out var root))
        {
            return OperationMatch.None;
        }

        var found = new HashSet<OperationEntry>();
        var certain = root.Match(segments, 0, found);
        return new OperationMatch([.. found.OrderBy(operation => operation.Line)], certain && found.Count <= 1);
    }
}
