using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Replaces the names of policies by what the policies require.</summary>
internal sealed class PolicyGuards(ProjectSummary summary)
{
    private static readonly Guard Unreadable = new(GuardKind.Unreadable);

    private readonly ILookup<string, Guard> _policies = summary.Policies.SelectMany(policy => policy.Guards, (policy, guard) => (policy.Name, guard))
        .ToLookup(pair => pair.Name, pair => pair.guard, StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _known = new(summary.Policies.Select(policy => policy.Name), StringComparer.OrdinalIgnoreCase);

    /// <summary>The guards, with what their policies require. A policy that is not in the project can require anything.</summary>
    public ImmutableHashSet<Guard> In(ImmutableHashSet<Guard> guards)
    {
        var all = guards.All(guard => guard.Kind == GuardKind.Filter) && _known.Contains(PolicyReader.Fallback)
            ? guards.Union(_policies[PolicyReader.Fallback])
            : guards;
        return all.Any(guard => guard.Kind == GuardKind.Policy) ? [.. all.SelectMany(RequiredBy)] : all;
    }

    private IEnumerable<Guard> RequiredBy(Guard guard) =>
        guard.Kind != GuardKind.Policy ? [guard]
        : guard.Scope.Length == 0 || _known.Contains(guard.Scope) ? _policies[guard.Scope].Where(required => required.Kind != GuardKind.Policy)
        : [Unreadable];
}
