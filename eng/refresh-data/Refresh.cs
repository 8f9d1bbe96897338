using DoOAuth.Catalog;
using DoOAuth.RefreshData.Shapes;

namespace DoOAuth.RefreshData;

/// <summary>The updated data files and their changes.</summary>
/// <param name="Files">The new texts.</param>
/// <param name="Changes">The removed and added lines, each with the file's name and <c>-</c> or <c>+</c>.</param>
/// <param name="UnusedScopes">The scopes that operations needed until now, and that none needs after the changes.</param>
/// <param name="VanishedNames">The public names of the typed client that the description has no use for any longer. They are not in the new text.</param>
/// <param name="Corrections">How many values of the description were corrected.</param>
internal sealed record Refresh(
    DataFiles Files, IReadOnlyList<string> Changes, IReadOnlyList<string> UnusedScopes, IReadOnlyList<string> VanishedNames, int Corrections)
{
    /// <summary>
    /// Updates the tables from a description: operations are added, removed and changed. Scopes are only added, because the
    /// description contains only the scopes that an operation needs.
    /// </summary>
    /// <param name="files">The current texts.</param>
    /// <param name="described">The operations in the description.</param>
    /// <param name="tables">The shapes of their requests and answers.</param>
    /// <param name="date">The date of the description. If it is stated, it is a change by itself: the data was still true on that day.</param>
    /// <exception cref="RefreshException">The tables are not valid, or do not match the description. The message gives the reason.</exception>
    public static Refresh From(DataFiles files, IReadOnlyList<DescribedOperation> described, ShapeTables tables, DescriptionDate date)
    {
        var scopes = ScopeCatalog.Parse(files.Scopes);
        Refuse("data/scopes.tsv has errors", scopes.Faults);
        var corrections = CorrectionTable.Parse(files.Corrections, scopes);
        Refuse("data/corrections.tsv has errors", corrections.Faults);

        var shapeCorrections = ShapeCorrections.Parse(files.ShapeCorrections);
        Refuse("data/shape-corrections.tsv has errors", shapeCorrections.Faults);
        var current = corrections.ApplyTo(described)
            .Select(operation => operation with { Scopes = ScopeCell.WithCurrentNames(operation.Scopes, scopes) })
            .ToList();
        var newTables = shapeCorrections.ApplyTo(tables.WithIdsOf(current));
        var (newShapes, newAnswers) = (newTables.ShapesText(), newTables.AnswersText());
        var newScopes = TableLines.Of(files.Scopes);
        newScopes.Insert(Scopes(current.Select(operation => operation.Scopes)).Where(scope => scopes.Find(scope) is null).Select(scope => (scope, $"{scope}\t\t\tlist\t")));
        var newCatalog = ScopeCatalog.Parse(newScopes.ToString());
        Refuse("With this description, data/scopes.tsv would have errors", newCatalog.Faults);

        var oldEntries = OperationCatalog.Parse(files.Operations, scopes).Entries;
        var newOperations = TableLines.Of(files.Operations);
        newOperations.Replace(LinesOf(current, oldEntries, files.Operations), KeyOf);
        var newEntries = OperationCatalog.Parse(newOperations.ToString(), newCatalog);
        Refuse("With this description, data/operations.tsv would have errors", newEntries.Faults);

        var names = ApiNameRefresh.From(files.ApiNames, newEntries, newShapes, newAnswers, current);
        List<string> changes =
        [
            .. newScopes.Changes.Select(change => $"scopes.tsv      {change}"),
            .. newOperations.Changes.Select(change => $"operations.tsv  {change}"),
            .. BlockChanges.Between(files.Shapes, newShapes).Select(change => $"shapes.tsv      {change}"),
            .. BlockChanges.Between(files.Answers, newAnswers).Select(change => $"answers.tsv     {change}"),
            .. BlockChanges.Between(files.ApiNames, names.Text).Select(change => $"api-names.tsv   {change}"),
        ];
        var apiDate = date.ApiDate(files.ApiDate, changes.Count > 0);
        if (apiDate.Trim() != files.ApiDate.Trim())
        {
            changes.AddRange([$"api-date.txt    - {files.ApiDate.Trim()}", $"api-date.txt    + {apiDate.Trim()}"]);
        }

        return new Refresh(
            files with { Scopes = newScopes.ToString(), Operations = newOperations.ToString(), ApiDate = apiDate, Shapes = newShapes, Answers = newAnswers, ApiNames = names.Text },
            changes,
            [.. Scopes(oldEntries.Select(entry => entry.Scopes.ToString())).Except(Scopes(newEntries.Entries.Select(entry => entry.Scopes.ToString())))],
            names.Vanished,
            corrections.Corrections.Count + shapeCorrections.Corrections.Count);
    }

    // A line stays as it is if it says the same in another form: scopes in another order, or without the tabs at the end.
    private static IEnumerable<(string Key, string Line)> LinesOf(IEnumerable<DescribedOperation> operations, IReadOnlyList<OperationEntry> oldEntries, string oldText)
    {
        var oldLines = oldText.Split('\n');
        var byKey = oldEntries.ToDictionary(entry => (entry.Method, entry.Path));
        foreach (var operation in operations)
        {
            var line = operation.ToLine();
            if (byKey.TryGetValue((operation.Method, operation.Path), out var old) && ScopeCell.AreSame(old.Scopes.ToString(), operation.Scopes))
            {
                line = (old.OperationId, old.IsDeprecated) == (operation.OperationId, operation.IsDeprecated)
                    ? oldLines[old.Line - 1].TrimEnd('\r')
                    : (operation with { Scopes = old.Scopes.ToString() }).ToLine();
            }

            yield return (KeyOf(line), line);
        }
    }

    private static IEnumerable<string> Scopes(IEnumerable<string> cells) =>
        cells.SelectMany(cell => ScopeRequirement.Parse(cell).Mentioned).Distinct(StringComparer.Ordinal);

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
