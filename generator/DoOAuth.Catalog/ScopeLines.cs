namespace DoOAuth.Catalog;

/// <summary>Turns the lines of <c>scopes.tsv</c> into entries, each line judged by itself.</summary>
internal static class ScopeLines
{
    private static readonly string[] Columns = ["scope", "required", "associated", "checked", "renamed_to"];
    private static readonly char[] Space = [' '];

    /// <summary>Reads the lines; one that is wrong is left out and named in <paramref name="faults"/>.</summary>
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

    /// <summary>Keeps the first of the entries that have one name, or one constant.</summary>
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
                faults.Add(new DataFault(entry.Line, $"'{entry.Name}' stands in line {first.Line} already."));
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
            return $"'{scope}' is no scope: expected resource:action in lower-case letters, digits, '_' and '-'.";
        }

        if (OriginOf(row.Cells[3]) is not { } origin)
        {
            return $"'{row.Cells[3]}' says nothing in the column 'checked': expected page, list, oauth or renamed.";
        }

        if (origin == ScopeOrigin.Renamed != renamedTo.Length > 0)
        {
            return "'checked' says renamed exactly where 'renamed_to' has the new name.";
        }

        return origin == ScopeOrigin.OAuth != (ScopeName.ResourceOf(scope) is null)
            ? "'checked' says oauth exactly where the scope has no resource, as 'read' and 'write' have none."
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
