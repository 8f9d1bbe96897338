namespace DoOAuth.Catalog;

/// <summary>What DigitalOcean requires beside a scope, followed to the end: what a required scope requires is required too.</summary>
internal static class RequiredScopes
{
    /// <summary>
    /// The scopes that must be on the same token, without the scope itself: those that it names first, then those that they
    /// name. Scopes may require each other, as <c>droplet:read</c> and <c>image:read</c> do.
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
    /// The shortest list to declare beside the scope, so that nothing is missing that it requires. What a broader declared
    /// scope covers is not missing.
    /// </summary>
    public static IReadOnlyList<string> Missing(string scope, ScopeCoverage declared, ScopeCatalog catalog) =>
        [.. Of(scope, catalog).Where(required => !declared.Covers(required))];
}
