using DoOAuth.Catalog;
using DoOAuth.RefreshData;

namespace DoOAuth.Data.Tests.Refreshing;

/// <summary>The repository's own data, written as a description in the form of DigitalOcean's.</summary>
internal static class OwnData
{
    /// <summary>The lines of <c>corrections.tsv</c>.</summary>
    public static CorrectionTable Corrections => CorrectionTable.Parse(DataFolder.Corrections, ScopeCatalog.Parse(DataFolder.Scopes));

    /// <summary>A description with the values that <c>corrections.tsv</c> corrects, and with operations of other hosts.</summary>
    /// <param name="change">Changes a line of <c>operations.tsv</c> before it is described.</param>
    public static string Description(Func<string, string>? change = null)
    {
        var operations =
            from line in DataFolder.Operations.Split('\n')
            where line.Length > 0 && line[0] != '#'
            let cells = (change is null ? line : change(line)).Split('\t')
            where cells[0] != "method"
            select Described(new DescribedOperation(cells[0], cells[1], cells[2], cells[3], cells[4] == "yes"));
        var paths = operations.GroupBy(operation => operation.Path, StringComparer.Ordinal).Select(path =>
            $"  '{path.Key}':\n" + string.Concat(path.Select(operation =>
                $"    {operation.Method.ToLowerInvariant()}: {{ operationId: {operation.OperationId}, "
                + $"deprecated: {(operation.IsDeprecated ? "true" : "false")}, security: [ {Security(operation.Scopes)} ] }}\n")));
        return "openapi: 3.0.0\nservers: [ { url: 'https://api.digitalocean.com' } ]\npaths:\n"
            + string.Concat(paths)
            + TemporaryData.Bundled("other-hosts.yaml");
    }

    // The reverse of a refresh: from the correct value to the described one.
    private static DescribedOperation Described(DescribedOperation operation) => Corrections.Corrections
        .Where(correction => (correction.Method, correction.Path) == (operation.Method, operation.Path))
        .Aggregate(operation, (current, correction) => (correction with { Described = correction.Corrected, Corrected = correction.Described }).ApplyTo(current)
            ?? throw new InvalidOperationException($"operations.tsv does not have the value of line {correction.Line} of corrections.tsv."));

    // A cell "a|b c" has the alternatives "a and c" and "b and c".
    private static string Security(string cell)
    {
        IEnumerable<IEnumerable<string>> alternatives = [[]];
        foreach (var term in ScopeRequirement.Parse(cell).AllOf)
        {
            alternatives = alternatives.SelectMany(alternative => term.Select(scope => alternative.Append(scope)));
        }

        return string.Join(", ", alternatives.Select(scopes => $"{{ bearer_auth: [ {string.Join(", ", scopes.Select(scope => $"'{scope}'"))} ] }}"));
    }
}
