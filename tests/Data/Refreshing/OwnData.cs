using DoOAuth.ApiDescription;
using DoOAuth.Catalog;
using DoOAuth.RefreshData;
using DoOAuth.RefreshData.Shapes;
using DoOAuth.Shapes;

namespace DoOAuth.Data.Tests.Refreshing;

/// <summary>The repository's own data, written as a description in the form of DigitalOcean's.</summary>
internal static class OwnData
{
    /// <summary>The lines of <c>corrections.tsv</c>.</summary>
    public static CorrectionTable Corrections => CorrectionTable.Parse(DataFolder.Corrections, ScopeCatalog.Parse(DataFolder.Scopes));

    /// <summary>A description with the values that the tables of corrections correct, and with operations of other hosts.</summary>
    /// <param name="change">Changes a line of <c>operations.tsv</c> and <c>answers.tsv</c> before it is described.</param>
    public static string Description(Func<string, string>? change = null)
    {
        var scopes = ScopeCatalog.Parse(DataFolder.Scopes);
        var operations = OperationCatalog.Parse(Each(DataFolder.Operations, line => Changed(Described(line))), WithLegacyScopes(scopes));
        var (shapes, answers) = DescribedShapes.Of(DataFolder.Shapes, Each(DataFolder.Answers, Changed), ShapeCorrections.Parse(DataFolder.ShapeCorrections).Corrections);
        var description = new DescriptionWriter(operations, AnswerCatalog.Parse(answers), ShapeCatalog.Parse(shapes)).Write();

        // JSON is YAML, so the paths of a file can be added to it.
        return "openapi: 3.0.0\nservers: [ { url: 'https://api.digitalocean.com' } ]\n"
            + $"components: {description["components"]!.ToJsonString()}\npaths:\n"
            + string.Concat(description["paths"]!.AsObject().Select(path => $"  '{path.Key}': {path.Value!.ToJsonString()}\n"))
            + TemporaryData.Bundled("other-hosts.yaml");

        string Changed(string line) => change is null ? line : change(line);
    }

    private static string Each(string text, Func<string, string> change) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 || line[0] == '#' ? line : change(line)));

    // The reverse of a refresh: from the correct value to the described one.
    private static string Described(string line) => line.Split('\t') is [var method, var path, var id, var scopes, .. var rest] && method != "method"
        ? Described(new DescribedOperation(method, path, id, scopes, rest is ["yes", ..])).ToLine()
        : line;

    private static DescribedOperation Described(DescribedOperation operation) => Corrections.Corrections
        .Where(correction => (correction.Method, correction.Path) == (operation.Method, operation.Path))
        .Aggregate(operation, (current, correction) => (correction with { Described = correction.Corrected, Corrected = correction.Described }).ApplyTo(current)
            ?? throw new InvalidOperationException($"operations.tsv does not have the value of line {correction.Line} of corrections.tsv."));

    // The described values can have scopes that the table does not have.
    private static ScopeCatalog WithLegacyScopes(ScopeCatalog scopes) => ScopeCatalog.Parse(
        DataFolder.Scopes + string.Concat(Corrections.Corrections
            .SelectMany(correction => ScopeRequirement.Parse(correction.Described).Mentioned)
            .Distinct()
            .Where(scope => scopes.Find(scope) is null)
            .Select(scope => $"{scope}\t\t\tlist\t\n")));
}
