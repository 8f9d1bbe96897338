namespace DoOAuth.CodeFixes.Edits;

/// <summary>The orders in which people sort usings.</summary>
internal sealed class NamespaceOrder : IComparer<string>
{
    /// <summary>By name.</summary>
    public static readonly NamespaceOrder ByName = new(isSystemFirst: false);

    /// <summary>By name, with <c>System</c> and its namespaces before all others.</summary>
    public static readonly NamespaceOrder SystemFirst = new(isSystemFirst: true);

    private readonly bool _isSystemFirst;

    private NamespaceOrder(bool isSystemFirst) => _isSystemFirst = isSystemFirst;

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var bySystem = _isSystemFirst ? IsSystem(y).CompareTo(IsSystem(x)) : 0;
        return bySystem != 0 ? bySystem : string.Compare(x, y, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSystem(string? name) => name is "System" || (name?.StartsWith("System.", StringComparison.Ordinal) ?? false);
}
