namespace DoOAuth.Catalog;

/// <summary>One line of <c>data/scopes.tsv</c>.</summary>
/// <param name="Name">The scope as it is sent, such as <c>droplet:create</c>.</param>
/// <param name="Required">The scopes that must be on the same token, according to DigitalOcean.</param>
/// <param name="Associated">The additional scopes for full functionality.</param>
/// <param name="Origin">The source of the information about the scope.</param>
/// <param name="RenamedTo">The current name, if the scope was renamed.</param>
/// <param name="Line">The line number in the file, starting with 1.</param>
internal sealed record ScopeEntry(
    string Name,
    IReadOnlyList<string> Required,
    IReadOnlyList<string> Associated,
    ScopeOrigin Origin,
    string? RenamedTo,
    int Line)
{
    /// <summary>Whether an app can still request it.</summary>
    public bool IsCurrent => Origin != ScopeOrigin.Renamed;
}
