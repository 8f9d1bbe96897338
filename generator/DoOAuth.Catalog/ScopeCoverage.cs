namespace DoOAuth.Catalog;

/// <summary>
/// The scopes that a set of scopes covers. Coverage is determined by name: <c>read</c> and <c>api:read</c> cover every scope whose
/// part after the colon starts with <c>read</c>. <c>write</c> and <c>api:write</c> cover every scope.
/// </summary>
internal sealed class ScopeCoverage(IEnumerable<string> scopes)
{
    private readonly HashSet<string> _scopes = new(scopes, StringComparer.Ordinal);

    /// <summary>Whether the scope covers others by its name.</summary>
    public static bool IsBroad(string scope) => IsBroadRead(scope) || IsBroadWrite(scope);

    /// <summary>Whether one scope covers the other: itself, or a narrower one.</summary>
    public static bool Covers(string scope, string other) =>
        scope == other || IsBroadWrite(scope) || (IsBroadRead(scope) && IsReading(other));

    /// <summary>Whether the set contains the scope, or a broader one that covers it.</summary>
    public bool Covers(string scope) =>
        _scopes.Contains(scope) || _scopes.Contains("write") || _scopes.Contains("api:write")
        || (IsReading(scope) && (_scopes.Contains("read") || _scopes.Contains("api:read")));

    /// <summary>Whether the set is sufficient for an operation.</summary>
    public bool Meets(ScopeRequirement requirement) => requirement.IsMetBy(Covers);

    private static bool IsBroadRead(string scope) => scope is "read" or "api:read";

    private static bool IsBroadWrite(string scope) => scope is "write" or "api:write";

    private static bool IsReading(string scope) => ScopeName.ActionOf(scope).StartsWith("read", StringComparison.Ordinal);
}
