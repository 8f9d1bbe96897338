namespace DoOAuth.Catalog;

/// <summary>Checks that the scopes named by other scopes exist and are current.</summary>
internal static class ScopeReferences
{
    /// <summary>One error for each name that does not exist.</summary>
    public static IEnumerable<DataFault> Check(IReadOnlyList<ScopeEntry> entries)
    {
        var byName = entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var references = entry.Required.Select(name => ("required", name))
                .Concat(entry.Associated.Select(name => ("associated", name)))
                .Concat(entry.RenamedTo is { } newName ? [("renamed_to", newName)] : Array.Empty<(string, string)>());
            foreach (var (column, name) in references)
            {
                if (name == entry.Name)
                {
                    yield return new DataFault(entry.Line, $"'{name}' names itself in the column '{column}'.");
                }
                else if (!byName.TryGetValue(name, out var other))
                {
                    yield return new DataFault(entry.Line, $"'{name}' in the column '{column}' is not in this file: add a line for it.");
                }
                else if (other.RenamedTo is { } currentName)
                {
                    yield return new DataFault(entry.Line, $"'{name}' in the column '{column}' is '{currentName}' now.");
                }
            }
        }
    }
}
