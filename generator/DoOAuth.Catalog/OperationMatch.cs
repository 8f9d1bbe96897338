namespace DoOAuth.Catalog;

/// <summary>The operations that a verb and a path may mean.</summary>
/// <param name="Operations">The operations, none twice.</param>
/// <param name="IsCertain">Whether it is the one operation, or certainly none.</param>
internal sealed record OperationMatch(IReadOnlyList<OperationEntry> Operations, bool IsCertain)
{
    public static OperationMatch None { get; } = new([], IsCertain: true);
}
