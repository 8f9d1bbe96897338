namespace DoOAuth.Catalog;

/// <summary>All operations of DigitalOcean's API v2, from <c>data/operations.tsv</c>.</summary>
internal sealed class OperationCatalog
{
    private static readonly string[] Columns = ["method", "path", "operation_id", "scopes", "deprecated"];

    private OperationCatalog(IReadOnlyList<OperationEntry> entries, IReadOnlyList<DataFault> faults)
    {
        Entries = entries;
        Faults = faults;
    }

    /// <summary>The operations in the file's order.</summary>
    public IReadOnlyList<OperationEntry> Entries { get; }

    /// <summary>The errors in the file. Lines with errors are not in <see cref="Entries"/>.</summary>
    public IReadOnlyList<DataFault> Faults { get; }

    /// <summary>Reads <c>operations.tsv</c>. It never throws because of the content: see <see cref="Faults"/>.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="scopes">The scopes that the operations can need.</param>
    public static OperationCatalog Parse(string text, ScopeCatalog scopes)
    {
        var faults = new List<DataFault>();
        var entries = new List<OperationEntry>();
        var seen = new Dictionary<(string Method, string Path), int>();
        foreach (var row in DataTable.Read(text, Columns, faults))
        {
            var entry = new OperationEntry(
                row.Cells[0], row.Cells[1], row.Cells[2], ScopeRequirement.Parse(row.Cells[3]), row.Cells[4] == "yes", row.Line);
            var fault = Fault(row, entry, scopes);
            if (fault is null && seen.TryGetValue((entry.Method, entry.Path), out var line))
            {
                fault = $"{entry.Method} {entry.Path} is already in line {line}.";
            }

            if (fault is null)
            {
                seen.Add((entry.Method, entry.Path), row.Line);
                entries.Add(entry);
            }
            else
            {
                faults.Add(new DataFault(row.Line, fault));
            }
        }

        return new OperationCatalog(entries, [.. faults.OrderBy(fault => fault.Line)]);
    }

    private static string? Fault(DataRow row, OperationEntry entry, ScopeCatalog scopes)
    {
        if (entry.Method is not ("GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS"))
        {
            return $"'{entry.Method}' is not an HTTP method in capitals.";
        }

        if (!entry.Path.StartsWith("/", StringComparison.Ordinal))
        {
            return $"The path '{entry.Path}' must start with '/'.";
        }

        if (entry.OperationId.Length == 0)
        {
            return "The operation has no ID.";
        }

        if (row.Cells[4] is not ("" or "yes"))
        {
            return $"'{row.Cells[4]}' is not valid in the column 'deprecated': write yes, or leave it empty.";
        }

        return entry.Scopes.Mentioned.Select(scope => (Scope: scope, Entry: scopes.Find(scope))).FirstOrDefault(pair => pair.Entry is not { IsCurrent: true }) switch
        {
            { Scope: null } => null,
            { Entry.RenamedTo: { } newName, Scope: var scope } => $"The scope '{scope}' is '{newName}' now.",
            var (scope, _) => $"'{scope}' is not in scopes.tsv: add a line for it.",
        };
    }
}
