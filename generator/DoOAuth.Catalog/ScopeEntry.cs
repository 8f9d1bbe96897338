namespace DoOAuth.Catalog;

/// <summary>One line of <c>data/scopes.tsv</c>.</summary>
/// <param name="Name">The scope as it goes over the wire, such as <c>droplet:create</c>.</param>
/// <param name="Required">The scopes that DigitalOcean says must be on the same token.</param>
/// <param name="Associated">The scopes that give full function beside it.</param>
/// <param name="Origin">How the scope is known.</param>
/// <param name="RenamedTo">The name that it has now, where it was renamed.</param>
/// <param name="Line">The line's number in the file, from 1.</param>
internal sealed record ScopeEntry(
    string Name,
    IReadOnlyList<string> Required,
    IReadOnlyList<string> Associated,
    ScopeOrigin Origin,
    string? RenamedTo,
    int Line)
{
    /// <summary>Whether an app can still ask for it.</summary>
    public bool IsCurrent => Origin != ScopeOrigin.Renamed;
}
