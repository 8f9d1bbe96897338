using DoOAuth.ApiSource.Model;
using DoOAuth.ApiSource.Names;
using DoOAuth.Catalog;
using DoOAuth.Shapes;

namespace DoOAuth.RefreshData;

/// <summary>The updated names of the typed client.</summary>
/// <param name="Text">The new text of <c>api-names.tsv</c>.</param>
/// <param name="Vanished">The names that the description has no use for any longer.</param>
internal sealed record ApiNameRefresh(string Text, IReadOnlyList<string> Vanished)
{
    /// <summary>Gives new operations, types and members a name. Names that there are stay.</summary>
    /// <param name="text">The current text of <c>api-names.tsv</c>.</param>
    /// <param name="operations">The new operations.</param>
    /// <param name="shapes">The new text of <c>shapes.tsv</c>.</param>
    /// <param name="answers">The new text of <c>answers.tsv</c>.</param>
    /// <param name="described">The operations in the description, with their tags.</param>
    /// <exception cref="RefreshException">The text is not valid.</exception>
    public static ApiNameRefresh From(string text, OperationCatalog operations, string shapes, string answers, IEnumerable<DescribedOperation> described)
    {
        try
        {
            var table = NameTable.Parse(text);
            var naming = new Naming(table, described.ToDictionary(operation => operation.OperationId, operation => operation.Tag, StringComparer.Ordinal));
            ModelBuilder.Build(operations, ShapeCatalog.Parse(shapes), AnswerCatalog.Parse(answers), naming);
            var vanished = naming.RemoveUnused();
            return new ApiNameRefresh(table.ToString(), vanished);
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException)
        {
            throw new RefreshException(exception.Message, exception);
        }
    }
}
