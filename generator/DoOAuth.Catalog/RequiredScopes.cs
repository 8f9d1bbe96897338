namespace DoOAuth.Catalog;

/// <summary>The scopes that DigitalOcean requires in addition to a scope, including those that the required scopes require.</summary>
internal static class RequiredScopes
{
    /// <summary>
    /// The scopes that must be on the same token, without the scope itself: first those that it requires directly, then those that
    /// they require. Scopes can require each other, as <c>droplet:read</c> and <c>image:read</c> do.
    /// </summary>
    public static IReadOnlyList<string> Of(string scope, ScopeCatalog catalog)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { scope };
        var all = new List<string> { scope };
        for (var next = 0; next < all.Count; next++)
        {
            all.AddRange((catalog.Find(all[next])?.Required ?? []).Where(seen.Add));
        }

        all.RemoveAt(0);
        return all;
    }

    /// <summary>
    /// The shortest list of scopes to declare in addition to the scope, so that no required scope is missing. Scopes that a broader
    /// declared scope covers are not missing.
    /// </summary>
    public static IReadOnlyList<string> Missing(string scope, ScopeCoverage declared, ScopeCatalog catalog) =>
        [.. Of(scope, catalog).Where(required => !declared.Covers(required))];
}
