using DoOAuth.Catalog;

namespace DoOAuth.RefreshData;

/// <summary>The updated data files and their changes.</summary>
/// <param name="Scopes">The new text of <c>scopes.tsv</c>.</param>
/// <param name="Operations">The new text of <c>operations.tsv</c>.</param>
/// <param name="Changes">The removed and added lines, each with the file's name and <c>-</c> or <c>+</c>.</param>
internal sealed record Refresh(string Scopes, string Operations, IReadOnlyList<string> Changes)
{
    /// <summary>
    /// Updates the tables from a description: operations are added, removed and changed. Scopes are only added, because the
    /// description contains only the scopes that an operation needs.
    /// </summary>
    /// <exception cref="RefreshException">The tables are not valid, or the description contains a name that cannot be a scope.</exception>
    public static Refresh From(string scopes, string operations, IReadOnlyList<DescribedOperation> described)
    {
        var catalog = ScopeCatalog.Parse(scopes);
        Refuse("scopes.tsv has faults", catalog.Faults);

        var current = described.Select(operation => operation with { Scopes = WithCurrentNames(operation.Scopes, catalog) }).ToList();
        var unknown = current
            .SelectMany(operation => ScopeRequirement.Parse(operation.Scopes).Mentioned)
            .Where(scope => catalog.Find(scope) is null)
            .Distinct(StringComparer.Ordinal);

        var newScopes = TableLines.Of(scopes);
        newScopes.Insert(unknown.Select(scope => (scope, $"{scope}\t\t\tlist\t")));
        var newOperations = TableLines.Of(operations);
        newOperations.Replace(current.Select(operation => (KeyOf(operation.ToLine()), operation.ToLine())), KeyOf);

        var newCatalog = ScopeCatalog.Parse(newScopes.ToString());
        Refuse("scopes.tsv would have faults", newCatalog.Faults);
        Refuse("operations.tsv would have faults", OperationCatalog.Parse(newOperations.ToString(), newCatalog).Faults);
        return new Refresh(
            newScopes.ToString(),
            newOperations.ToString(),
            [.. newScopes.Changes.Select(change => $"scopes.tsv      {change}"), .. newOperations.Changes.Select(change => $"operations.tsv  {change}")]);
    }

    private static string WithCurrentNames(string scopes, ScopeCatalog catalog) => string.Join(' ', scopes
        .Split(' ')
        .Select(term => string.Join('|', term.Split('|').Select(scope => catalog.Find(scope)?.RenamedTo ?? scope).Distinct(StringComparer.Ordinal)))
        .Distinct(StringComparer.Ordinal));

    // By path, then by method, as in the file.
    private static string KeyOf(string line) => line.Split('\t') is [var method, var path, ..] ? $"{path}\t{method}" : line;

    private static void Refuse(string what, IReadOnlyList<DataFault> faults)
    {
        if (faults.Count > 0)
        {
            throw new RefreshException($"{what}:\n" + string.Join('\n', faults.Select(fault => $"  line {fault.Line}: {fault.Message}")));
        }
    }
}
