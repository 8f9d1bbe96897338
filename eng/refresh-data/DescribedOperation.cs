namespace DoOAuth.RefreshData;

/// <summary>An operation in DigitalOcean's OpenAPI description.</summary>
/// <param name="Method">The HTTP method in uppercase.</param>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="OperationId">The operation's ID.</param>
/// <param name="Scopes">The scopes in the format of <c>operations.tsv</c>.</param>
/// <param name="IsDeprecated">Whether the operation is deprecated.</param>
internal sealed record DescribedOperation(string Method, string Path, string OperationId, string Scopes, bool IsDeprecated)
{
    /// <summary>The name of the operation's group in the description, such as <c>Block Storage</c>. Empty if it has none.</summary>
    public string Tag { get; init; } = "";

    /// <summary>The operation as a line of <c>operations.tsv</c>.</summary>
    public string ToLine() => string.Join('\t', Method, Path, OperationId, Scopes, IsDeprecated ? "yes" : "");
}
