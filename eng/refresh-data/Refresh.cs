using System.Globalization;
using DoOAuth.Catalog;

namespace DoOAuth.RefreshData;

/// <summary>The updated data files and their changes.</summary>
/// <param name="Files">The new texts.</param>
/// <param name="Changes">The removed and added lines, each with the file's name and <c>-</c> or <c>+</c>.</param>
internal sealed record Refresh(DataFiles Files, IReadOnlyList<string> Changes)
{
    /// <summary>
    /// Updates the tables from a description: operations are added, removed and changed. Scopes are only added, because the
    /// description contains only the scopes that an operation needs.
    /// </summary>
    /// <param name="files">The current texts.</param>
    /// <param name="described">The operations in the description.</param>
    /// <param name="date">The date of the description. It is a change by itself: what is in the data was still true on that day.</param>
    /// <exception cref="RefreshException">The tables are not valid, or the description contains a name that cannot be a scope.</exception>
    public static Refresh From(DataFiles files, IReadOnlyList<DescribedOperation> described, DateOnly date)
    {
        var catalog = ScopeCatalog.Parse(files.Scopes);
        Refuse("scopes.tsv has faults", catalog.Faults);

        var current = described.Select(operation => operation with { Scopes = WithCurrentNames(operation.Scopes, catalog) }).ToList();
        var unknown = current
            .SelectMany(operation => ScopeRequirement.Parse(operation.Scopes).Mentioned)
            .Where(scope => catalog.Find(scope) is null)
            .Distinct(StringComparer.Ordinal);

        var newScopes = TableLines.Of(files.Scopes);
        newScopes.Insert(unknown.Select(scope => (scope, $"{scope}\t\t\tlist\t")));
        var newOperations = TableLines.Of(files.Operations);
        newOperations.Replace(current.Select(operation => (KeyOf(operation.ToLine()), operation.ToLine())), KeyOf);

        var newCatalog = ScopeCatalog.Parse(newScopes.ToString());
        Refuse("scopes.tsv would have faults", newCatalog.Faults);
        Refuse("operations.tsv would have faults", OperationCatalog.Parse(newOperations.ToString(), newCatalog).Faults);

        var oldDate = files.ApiDate.Trim();
        var newDate = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Refresh(
            new DataFiles(newScopes.ToString(), newOperations.ToString(), newDate + "\n"),
            [
                .. newScopes.Changes.Select(change => $"scopes.tsv      {change}"),
                .. newOperations.Changes.Select(change => $"operations.tsv  {change}"),
                .. newDate == oldDate ? Enumerable.Empty<string>() : [$"api-date.txt    - {oldDate}", $"api-date.txt    + {newDate}"],
            ]);
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
