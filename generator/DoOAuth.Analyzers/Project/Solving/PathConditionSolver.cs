using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Catalog;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Determines which scopes the conditions around a location prove, including methods of the project that check them.</summary>
internal sealed class PathConditionSolver(IEnumerable<(CodeKey Method, ImmutableArray<PathCondition> Conditions)> predicates)
{
    private readonly ILookup<CodeKey, ImmutableArray<PathCondition>> _predicates = predicates.ToLookup(site => site.Method, site => site.Conditions);
    private readonly Dictionary<CodeKey, ImmutableArray<string>> _known = [];

    /// <summary>Whether the conditions prove that the user granted one of the scopes.</summary>
    public bool Proves(ImmutableArray<PathCondition> conditions, IReadOnlyList<string> anyOf) =>
        !conditions.IsEmpty && conditions.SelectMany(ScopesOf).Any(granted => granted.Split('|').All(one => anyOf.Any(scope => ScopeCoverage.Covers(one, scope))));

    private IEnumerable<string> ScopesOf(PathCondition condition) => condition.Scope is { } scope ? [scope] : ScopesOf(condition.Predicate);

    // What all returns that can be true have in common. A return that depends on itself does not count.
    private ImmutableArray<string> ScopesOf(CodeKey predicate)
    {
        if (!_known.TryGetValue(predicate, out var scopes))
        {
            _known.Add(predicate, []);
            var returns = _predicates[predicate].Select(conditions => conditions.SelectMany(ScopesOf).ToList()).ToList();
            scopes = returns.Count == 0 ? [] : [.. returns[0].Where(scope => returns.All(other => other.Contains(scope))).Distinct()];
            _known[predicate] = scopes;
        }

        return scopes;
    }
}
