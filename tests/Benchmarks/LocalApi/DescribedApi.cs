using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Catalog;
using DoOAuth.Shapes;

namespace DoOAuth.Benchmarks.LocalApi;

/// <summary>The operations of DigitalOcean's API with their shapes, from the files in <c>data</c>.</summary>
internal sealed record DescribedApi(ShapeCatalog Shapes, IReadOnlyList<(OperationEntry Entry, OperationShapes Shapes)> Operations)
{
    public static DescribedApi Read()
    {
        var operations = OperationCatalog.Parse(File("operations.tsv"), ScopeCatalog.Parse(File("scopes.tsv")));
        var answers = AnswerCatalog.Parse(File("answers.tsv"));
        return new DescribedApi(ShapeCatalog.Parse(File("shapes.tsv")), [.. operations.Entries.Select(entry => (entry, answers.Find(entry.OperationId)!))]);
    }

    private static string File(string name) => System.IO.File.ReadAllText(Path.Combine(TestBuild.RepositoryRoot, "data", name));
}
