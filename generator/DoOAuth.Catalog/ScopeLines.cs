namespace DoOAuth.Catalog;

/// <summary>Converts the lines of <c>scopes.tsv</c> to entries, each line separately.</summary>
internal static class ScopeLines
{
    private static readonly string[] Columns = ["scope", "required", "associated", "checked", "renamed_to"];
    private static readonly char[] Space = [' '];

    /// <summary>Reads the lines. Lines that are not valid are skipped and added to <paramref name="faults"/>.</summary>
    public static List<ScopeEntry> Read(string text, List<DataFault> faults)
    {
        var entries = new List<ScopeEntry>();
        foreach (var row in DataTable.Read(text, Columns, faults))
        {
            if (Fault(row) is { } message)
            {
                faults.Add(new DataFault(row.Line, message));
                continue;
            }

            entries.Add(new ScopeEntry(
                row.Cells[0],
                row.Cells[1].Split(Space, StringSplitOptions.RemoveEmptyEntries),
                row.Cells[2].Split(Space, StringSplitOptions.RemoveEmptyEntries),
                OriginOf(row.Cells[3])!.Value,
                row.Cells[4].Length == 0 ? null : row.Cells[4],
                row.Line));
        }

        return entries;
    }

    /// <summary>Keeps only the first entry with each name, or each constant.</summary>
    public static List<ScopeEntry> WithoutDuplicates(List<ScopeEntry> entries, List<DataFault> faults)
    {
        var names = new Dictionary<string, ScopeEntry>(StringComparer.Ordinal);
        var constants = new Dictionary<string, ScopeEntry>(StringComparer.Ordinal);
        var kept = new List<ScopeEntry>(entries.Count);
        foreach (var entry in entries)
        {
            var constant = ScopeConstant.Of(entry.Name).ToString();
            if (names.TryGetValue(entry.Name, out var first))
            {
                faults.Add(new DataFault(entry.Line, $"'{entry.Name}' is already in line {first.Line}."));
            }
            else if (entry.IsCurrent && constants.TryGetValue(constant, out first))
            {
                faults.Add(new DataFault(entry.Line, $"'{entry.Name}' and '{first.Name}' in line {first.Line} would both be the constant {constant}."));
            }
            else
            {
                kept.Add(entry);
                names.Add(entry.Name, entry);
                if (entry.IsCurrent)
                {
                    constants.Add(constant, entry);
                }
            }
        }

        return kept;
    }

    private static string? Fault(DataRow row)
    {
        var (scope, renamedTo) = (row.Cells[0], row.Cells[4]);
        if (!ScopeName.IsWellFormed(scope))
        {
            return $"'{scope}' is not a scope: write resource:action with lowercase letters, digits, '_' and '-'.";
        }

        if (OriginOf(row.Cells[3]) is not { } origin)
        {
            return $"'{row.Cells[3]}' is not valid in the column 'checked': write page, list, oauth or renamed.";
        }

        if (origin == ScopeOrigin.Renamed != renamedTo.Length > 0)
        {
            return "Write renamed in the column 'checked' if the column 'renamed_to' has the new name, and only then.";
        }

        return origin == ScopeOrigin.OAuth != (ScopeName.ResourceOf(scope) is null)
            ? "Write oauth in the column 'checked' if the scope has no resource, like 'read' and 'write', and only then."
            : null;
    }

    private static ScopeOrigin? OriginOf(string cell) => cell switch
    {
        "page" => ScopeOrigin.Page,
        "list" => ScopeOrigin.List,
        "oauth" => ScopeOrigin.OAuth,
        "renamed" => ScopeOrigin.Renamed,
        _ => null,
    };
}
