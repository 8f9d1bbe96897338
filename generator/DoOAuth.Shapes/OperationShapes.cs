namespace DoOAuth.Shapes;

/// <summary>One line of <c>data/answers.tsv</c>: what an operation takes and what it answers.</summary>
/// <param name="OperationId">The ID of the operation.</param>
/// <param name="Path">The parameters in the path.</param>
/// <param name="Query">The parameters in the query.</param>
/// <param name="Headers">The parameters in the header.</param>
/// <param name="Request">The type of the body, or null if the operation takes none.</param>
/// <param name="IsRequestRequired">Whether a body must be sent.</param>
/// <param name="Status">The status of success.</param>
/// <param name="Answer">The type of the answer, or null if it has no body.</param>
/// <param name="ContentType">The content type of the answer. Empty if it has no body.</param>
/// <param name="Errors">The statuses of errors other than 401, 404 and 429.</param>
internal sealed record OperationShapes(
    string OperationId,
    IReadOnlyList<OperationParameter> Path,
    IReadOnlyList<OperationParameter> Query,
    IReadOnlyList<OperationParameter> Headers,
    ShapeType? Request,
    bool IsRequestRequired,
    int Status,
    ShapeType? Answer,
    string ContentType,
    IReadOnlyList<int> Errors)
{
    /// <summary>The content type of answers that the table does not name.</summary>
    public const string Json = "application/json";
}
