using DoOAuth.Catalog;

namespace DoOAuth.Analyzers.Calls;

/// <summary>The scopes that several operations have in common.</summary>
internal static class SharedRequirement
{
    /// <summary>
    /// The scopes that all of the operations need: those terms of one operation for which each of the others has the same or a
    /// narrower one.
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
