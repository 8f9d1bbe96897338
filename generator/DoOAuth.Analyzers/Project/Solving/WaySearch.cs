using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>
/// Goes from the calls that need a scope outwards, to all code that reaches one of them without a condition that proves the
/// scope. Done once for a scope and not for an endpoint, it looks at each step of the project at most once for each class
/// whose client may go along.
/// </summary>
internal sealed class WaySearch(CodeGraph graph, CoverJudge covers, DeclaredApplications applications)
{
    /// <summary>How many steps were looked at.</summary>
    public long Looked { get; private set; }

    /// <summary>The shortest way from each piece of code that reaches one of the calls; several where clients of several classes go along.</summary>
    /// <param name="needs">Calls with the same need, in the order in which they are preferred.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public Dictionary<CodeKey, List<Way>> From(IReadOnlyList<Need> needs, CancellationToken cancellationToken)
    {
        var ways = new Dictionary<CodeKey, List<Way>>();
        var open = new Queue<Way>();
        foreach (var need in needs)
        {
            Reach(new Way(need.Fact.From, need.Fact.Call.Owner, null, need));
        }

        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var way = open.Dequeue();
            foreach (var step in graph.Into(way.Code))
            {
                Looked++;
                if (!covers.Proves(step.Cover, way.Need.AnyOf))
                {
                    Reach(new Way(step.From, way.Owner ?? OwnerOf(step.Client), way, way.Need));
                }
            }
        }

        return ways;

        void Reach(Way way)
        {
            if (!ways.TryGetValue(way.Code, out var known))
            {
                ways.Add(way.Code, known = []);
            }

            if (!known.Any(other => ReferenceEquals(other.Owner, way.Owner)))
            {
                known.Add(way);
                open.Enqueue(way);
            }
        }
    }

    private DeclaredApplication? OwnerOf(ITypeSymbol? client) => applications.All.Length > 1 ? applications.OwnerOf(client) : null;
}
