namespace DoOAuth.RefreshData;

/// <summary>The texts of the files in <c>data/</c>.</summary>
/// <param name="Scopes">The text of <c>scopes.tsv</c>.</param>
/// <param name="Operations">The text of <c>operations.tsv</c>.</param>
/// <param name="ApiDate">The text of <c>api-date.txt</c>: the date of the description that the tables were read from.</param>
internal sealed record DataFiles(string Scopes, string Operations, string ApiDate);
