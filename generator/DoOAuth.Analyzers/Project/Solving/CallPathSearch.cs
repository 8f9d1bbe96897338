using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>
/// Goes from the calls that need a scope outwards, to all code that reaches one of them without a condition that proves the
/// scope. Done once for a scope and not for an endpoint, it visits each call edge of the project at most once for each class
/// whose client may go along, and each way in which types tell the callers of shared code apart.
/// </summary>
internal sealed class CallPathSearch(CallGraph graph, PathConditionSolver solver, ApplicationSet applications, ReachedLimits limits)
{
    // More ways than code is shared in. Those beyond are not searched.
    private const int MostContexts = 1_024;

    /// <summary>Whether code is followed also where a condition proves the scope.</summary>
    public bool IgnoresConditions { get; init; }

    /// <summary>Code whose callers are not searched; null if all callers are.</summary>
    public Func<CodeKey, bool>? IsEnd { get; init; }

    /// <summary>The number of visited call edges.</summary>
    public long Visited { get; private set; }

    /// <summary>The shortest path from each piece of code that reaches one of the calls; several if clients of several classes are passed along.</summary>
    /// <param name="requirements">Calls with the same requirement, in order of preference.</param>
    /// <param name="cancellationToken">A token to cancel the search.</param>
    public Dictionary<CodeKey, List<CallPath>> From(IReadOnlyList<CallRequirement> requirements, CancellationToken cancellationToken)
    {
        var paths = new Dictionary<CodeKey, List<CallPath>>();
        var open = new Queue<CallPath>();
        foreach (var requirement in requirements)
        {
            Reach(CallPath.To(requirement));
        }

        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = open.Dequeue();
            if (IsEnd is not null && IsEnd(path.Code))
            {
                continue;
            }

            foreach (var edge in graph.Into(path.Code))
            {
                Visited++;
                if (IgnoresConditions || !solver.Proves(edge.Conditions, path.Requirement.AnyOf))
                {
                    if (path.Before(edge, applications) is { } longer)
                    {
                        Reach(longer);
                    }
                }
            }
        }

        return paths;

        void Reach(CallPath path)
        {
            if (!paths.TryGetValue(path.Code, out var known))
            {
                paths.Add(path.Code, known = []);
            }

            if (known.Any(other => ReferenceEquals(other.Application, path.Application) && other.Context.Equals(path.Context)))
            {
                return;
            }

            if (known.Count >= MostContexts)
            {
                limits.Reach(new ReachedLimit(MostContexts, "ways in which types tell the callers of a method apart"), path.Requirement.Site.Call.Location);
            }
            else
            {
                known.Add(path);
                open.Enqueue(path);
            }
        }
    }
}
