namespace DoOAuth.Catalog;

/// <summary>One line of <c>data/operations.tsv</c>: an operation of DigitalOcean's API v2.</summary>
/// <param name="Method">The verb in capitals.</param>
/// <param name="Path">The path with its parameters in braces, such as <c>/v2/droplets/{droplet_id}</c>.</param>
/// <param name="OperationId">The ID in DigitalOcean's OpenAPI description.</param>
/// <param name="Scopes">The scopes that it needs.</param>
/// <param name="IsDeprecated">Whether it is deprecated.</param>
/// <param name="Line">The line number in the file, starting with 1.</param>
internal sealed record OperationEntry(
    string Method,
    string Path,
    string OperationId,
    ScopeRequirement Scopes,
    bool IsDeprecated,
    int Line);
