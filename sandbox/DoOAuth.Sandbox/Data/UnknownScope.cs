using DoOAuth.Catalog;

namespace DoOAuth.Sandbox.Data;

/// <summary>What to say about a scope that cannot be asked for.</summary>
internal static class UnknownScope
{
    /// <summary>A sentence that names the scope and the nearest known one; null for a scope that is fine.</summary>
    public static string? Complaint(ScopeCatalog catalog, string scope) => catalog.Find(scope) switch
    {
        { IsCurrent: true } => null,
        { RenamedTo: { } newName } => $"The scope '{scope}' has been renamed to '{newName}'.",
        _ => NearestScope.To(scope, catalog) is { } nearest
            ? $"There is no scope '{scope}'. Did you mean '{nearest}'?"
            : $"There is no scope '{scope}'.",
    };
}
