using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Catalog;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Says which scopes the conditions around a place prove, through methods of the project that ask for them.</summary>
internal sealed class CoverJudge(IEnumerable<(CodeKey Method, ImmutableArray<CoverAtom> Atoms)> predicates)
{
    private readonly ILookup<CodeKey, ImmutableArray<CoverAtom>> _predicates = predicates.ToLookup(fact => fact.Method, fact => fact.Atoms);
    private readonly Dictionary<CodeKey, ImmutableArray<string>> _known = [];

    /// <summary>Whether the conditions prove that the user granted one of the scopes.</summary>
    public bool Proves(ImmutableArray<CoverAtom> atoms, IReadOnlyList<string> anyOf) =>
        !atoms.IsEmpty && atoms.SelectMany(ScopesOf).Any(granted => granted.Split('|').All(one => anyOf.Any(scope => ScopeCoverage.Covers(one, scope))));

    private IEnumerable<string> ScopesOf(CoverAtom atom) => atom.Scope is { } scope ? [scope] : ScopesOf(atom.Predicate);

    // What every return that may be true has in common. One that leads back to itself says nothing.
    private ImmutableArray<string> ScopesOf(CodeKey predicate)
    {
        if (!_known.TryGetValue(predicate, out var scopes))
        {
            _known.Add(predicate, []);
            var returns = _predicates[predicate].Select(atoms => atoms.SelectMany(ScopesOf).ToList()).ToList();
            scopes = returns.Count == 0 ? [] : [.. returns[0].Where(scope => returns.All(other => other.Contains(scope))).Distinct()];
            _known[predicate] = scopes;
        }

        return scopes;
    }
}
