using DoOAuth.Catalog;

namespace DoOAuth.Sandbox.Data;

/// <summary>The embedded scopes and operations. They are read once.</summary>
internal static class CatalogFiles
{
    private static readonly Lazy<ScopeCatalog> LazyScopes = new(() => ScopeCatalog.Parse(Read("scopes.tsv")));
    private static readonly Lazy<OperationCatalog> LazyOperations = new(() => OperationCatalog.Parse(Read("operations.tsv"), Scopes));

    /// <summary>All scopes.</summary>
    public static ScopeCatalog Scopes => LazyScopes.Value;

    /// <summary>All operations of the API.</summary>
    public static OperationCatalog Operations => LazyOperations.Value;

    /// <summary>The text of an embedded file.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(CatalogFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
