using DoOAuth.Catalog;

namespace DoOAuth.RefreshData;

/// <summary>What the data files become, and what that changes.</summary>
/// <param name="Scopes">The new text of <c>scopes.tsv</c>.</param>
/// <param name="Operations">The new text of <c>operations.tsv</c>.</param>
/// <param name="Changes">The lines that go and come, each with the file's name before it and <c>-</c> or <c>+</c>.</param>
internal sealed record Refresh(string Scopes, string Operations, IReadOnlyList<string> Changes)
{
    /// <summary>
    /// Brings the tables in line with a description: operations come, go and change with it; scopes only come, since the
    /// description names only those that some operation needs.
    /// </summary>
    /// <exception cref="RefreshException">The tables themselves have faults, or the description names something that cannot be a scope.</exception>
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

    // Paths first, as the file is sorted, then methods.
    private static string KeyOf(string line) => line.Split('\t') is [var method, var path, ..] ? $"{path}\t{method}" : line;

    private static void Refuse(string what, IReadOnlyList<DataFault> faults)
    {
        if (faults.Count > 0)
        {
            throw new RefreshException($"{what}:\n" + string.Join('\n', faults.Select(fault => $"  line {fault.Line}: {fault.Message}")));
        }
    }
}
