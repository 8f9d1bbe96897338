using DoOAuth.Catalog;

namespace DoOAuth.Analyzers.Calls;

/// <summary>What several operations have in common.</summary>
internal static class SharedRequirement
{
    /// <summary>
    /// The scopes without which none of the operations works: of each term of one of them, whether each of the others has one
    /// that is the same or narrower.
    /// </summary>
    public static ScopeRequirement Of(IReadOnlyList<OperationEntry> operations)
    {
        var terms = operations
            .SelectMany(operation => operation.Scopes.AllOf)
            .Where(term => operations.All(operation => operation.Scopes.AllOf.Any(other => other.All(term.Contains))))
            .Select(term => string.Join("|", term))
            .Distinct()
            .ToList();
        return ScopeRequirement.Parse(string.Join(" ", terms.Where(term => !terms.Any(other => other != term && IsNarrower(other, term)))));
    }

    private static bool IsNarrower(string term, string other) => term.Split('|').All(other.Split('|').Contains);
}
