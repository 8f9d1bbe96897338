using DoOAuth.Catalog;

namespace DoOAuth.RefreshData;

/// <summary>Compares and changes cells of the column <c>scopes</c> in <c>operations.tsv</c>.</summary>
internal static class ScopeCell
{
    /// <summary>Whether two cells need the same scopes. The order has no meaning.</summary>
    public static bool AreSame(string left, string right) => Terms(left).SetEquals(Terms(right));

    /// <summary>The cell with the current names of scopes that were renamed.</summary>
    public static string WithCurrentNames(string cell, ScopeCatalog scopes) => string.Join(' ', cell
        .Split(' ')
        .Select(term => string.Join('|', term.Split('|').Select(scope => scopes.Find(scope)?.RenamedTo ?? scope).Distinct(StringComparer.Ordinal)))
        .Distinct(StringComparer.Ordinal));

    private static HashSet<string> Terms(string cell) =>
        [.. ScopeRequirement.Parse(cell).AllOf.Select(term => string.Join('|', term.Order(StringComparer.Ordinal)))];
}
