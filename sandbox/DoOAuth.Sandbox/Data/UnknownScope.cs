using DoOAuth.Catalog;

namespace DoOAuth.Sandbox.Data;

/// <summary>The error message for a scope that apps cannot request.</summary>
internal static class UnknownScope
{
    /// <summary>Returns a message with the scope and the nearest known one, or null if the scope is valid.</summary>
    public static string? Complaint(ScopeCatalog catalog, string scope) => catalog.Find(scope) switch
    {
        { IsCurrent: true } => null,
        { RenamedTo: { } newName } => $"The scope '{scope}' has been renamed to '{newName}'.",
        _ => NearestScope.To(scope, catalog) is { } nearest
            ? $"There is no scope '{scope}'. Did you mean '{nearest}'?"
            : $"There is no scope '{scope}'.",
    };
}
