using DoOAuth.Catalog;

namespace DoOAuth.Sandbox.Data;

/// <summary>What to say about a scope that cannot be asked for.</summary>
internal static class UnknownScope
{
    /// <summary>A sentence that names the scope and the nearest known one; null for a scope that is fine.</summary>
    public static string? Complaint(ScopeCatalog catalog, string scope) => catalog.Find(scope) switch
    {
        { IsCurrent: true } => null,
        { RenamedTo: { } newName } => $"The scope '{scope}' is called '{newName}' now.",
        _ => $"There is no scope '{scope}'. The nearest is '{Nearest(catalog, scope)}'.",
    };

    private static string Nearest(ScopeCatalog catalog, string scope) =>
        catalog.Current.MinBy(known => Distance(known.Name, scope))!.Name;

    // Levenshtein's, one row at a time.
    private static int Distance(string known, string given)
    {
        var row = Enumerable.Range(0, given.Length + 1).ToArray();
        for (var i = 1; i <= known.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= given.Length; j++)
            {
                var above = row[j];
                var replaced = diagonal + (known[i - 1] == given[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[given.Length];
    }
}
