namespace DoOAuth.RefreshData;

/// <summary>An operation as DigitalOcean's OpenAPI description has it.</summary>
/// <param name="Method">The verb in capitals.</param>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="OperationId">The operation's id.</param>
/// <param name="Scopes">The scopes as <c>operations.tsv</c> writes them.</param>
/// <param name="IsDeprecated">Whether the description calls it deprecated.</param>
internal sealed record DescribedOperation(string Method, string Path, string OperationId, string Scopes, bool IsDeprecated)
{
    /// <summary>The operation as a line of <c>operations.tsv</c>.</summary>
    public string ToLine() => string.Join('\t', Method, Path, OperationId, Scopes, IsDeprecated ? "yes" : "");
}
