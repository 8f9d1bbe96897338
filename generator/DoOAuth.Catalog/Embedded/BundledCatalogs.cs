namespace DoOAuth.Catalog.Embedded;

/// <summary>The catalogs in this assembly's resources, read once and never changed.</summary>
internal static class BundledCatalogs
{
    private static readonly Lazy<ScopeCatalog> LazyScopes = new(() => ScopeCatalog.Parse(EmbeddedText.Read("scopes.tsv")));

    private static readonly Lazy<OperationCatalog> LazyOperations = new(() => OperationCatalog.Parse(EmbeddedText.Read("operations.tsv"), Scopes));

    private static readonly Lazy<OperationIndex> LazyOperationIndex = new(() => new OperationIndex(Operations.Entries));

    private static readonly Lazy<string> LazyApiDate = new(() => EmbeddedText.Read("api-date.txt").Trim());

    /// <summary>The date of the API description that the catalogs were read from, as in <c>2026-12-31</c>.</summary>
    public static string ApiDate => LazyApiDate.Value;

    /// <summary>Every scope.</summary>
    public static ScopeCatalog Scopes => LazyScopes.Value;

    /// <summary>Every operation of the API.</summary>
    public static OperationCatalog Operations => LazyOperations.Value;

    /// <summary>The operations by verb and path.</summary>
    public static OperationIndex OperationIndex => LazyOperationIndex.Value;
}
