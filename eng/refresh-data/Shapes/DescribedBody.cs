namespace DoOAuth.RefreshData.Shapes;

/// <summary>What an operation takes and answers: one line of <c>answers.tsv</c>.</summary>
/// <param name="Key">The path and the verb of the operation, by which the lines are ordered.</param>
/// <param name="OperationId">The ID of the operation.</param>
/// <param name="Path">The parameters in the path.</param>
/// <param name="Query">The parameters in the query.</param>
/// <param name="Headers">The parameters in the header.</param>
/// <param name="Request">The type of the body, with <c>!</c> if it is required, or empty.</param>
/// <param name="Status">The status of success.</param>
/// <param name="Answer">The type of the answer, or empty.</param>
/// <param name="ContentType">The content type of the answer, or empty for JSON.</param>
/// <param name="Errors">The statuses of errors that are not the same for every operation.</param>
internal sealed record DescribedBody(
    string Key,
    string OperationId,
    string Path,
    string Query,
    string Headers,
    string Request,
    string Status,
    string Answer,
    string ContentType,
    string Errors)
{
    /// <summary>The line of the table.</summary>
    public string Line() => string.Join('\t', OperationId, Path, Query, Headers, Request, Status, Answer, ContentType, Errors).TrimEnd('\t');
}
