namespace DoOAuth.Catalog;

/// <summary>The operations that a verb and a path can mean.</summary>
/// <param name="Operations">The operations, without duplicates.</param>
/// <param name="IsCertain">Whether it is certainly this operation, or certainly none.</param>
internal sealed record OperationMatch(IReadOnlyList<OperationEntry> Operations, bool IsCertain)
{
    public static OperationMatch None { get; } = new([], IsCertain: true);
}
