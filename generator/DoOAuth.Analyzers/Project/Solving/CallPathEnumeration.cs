using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Summaries;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>
/// Lists the paths from an endpoint's code to the calls that need a scope, shortest first. A report names them, so this is done
/// only for endpoints that are reported. Code can have more paths than anyone would read, so the number is limited.
/// </summary>
internal sealed class CallPathEnumeration(CallGraph graph, PathConditionSolver solver, ApplicationSet applications)
{
    /// <summary>The maximum number of listed paths.</summary>
    public const int MostPaths = 8;

    private const int MostSteps = 256;

    /// <summary>The paths from the code, at most one more than <see cref="MostPaths"/>.</summary>
    /// <param name="code">The code of an endpoint.</param>
    /// <param name="shortest">The shortest paths from all code that reaches one of the calls. Other code is ignored.</param>
    /// <param name="calls">The calls, by the code that contains them.</param>
    public IReadOnlyList<CallPath> From(CodeKey code, Dictionary<CodeKey, List<CallPath>> shortest, ILookup<CodeKey, CallRequirement> calls)
    {
        var found = new List<CallPath>();
        var open = new SortedDictionary<int, Queue<Prefix>>();
        Add(new Prefix(code, null, null), length: 0);
        for (var step = 0; step < MostSteps && open.Count > 0 && found.Count <= MostPaths; step++)
        {
            var (length, queue) = (open.First().Key, open.First().Value);
            var prefix = queue.Dequeue();
            if (queue.Count == 0)
            {
                open.Remove(length);
            }

            if (prefix.Call is { } call)
            {
                if (prefix.ToPath(call, applications) is { } path)
                {
                    found.Add(path);
                }

                continue;
            }

            foreach (var contained in calls[prefix.Code])
            {
                Add(prefix with { Call = contained }, prefix.Length);
            }

            foreach (var (edge, target) in graph.OutOf(prefix.Code))
            {
                if (shortest.TryGetValue(target, out var rest) && !prefix.Contains(target) && !solver.Proves(edge.Conditions, rest[0].Requirement.AnyOf))
                {
                    var next = new Prefix(target, edge, prefix);
                    Add(next, next.Length + rest[0].Length);
                }
            }
        }

        return found;

        void Add(Prefix prefix, int length)
        {
            if (!open.TryGetValue(length, out var queue))
            {
                open.Add(length, queue = new Queue<Prefix>());
            }

            queue.Enqueue(prefix);
        }
    }

    // The start of a path, and the call at its end once it is complete.
    private sealed record Prefix(CodeKey Code, CallEdge? Edge, Prefix? Previous)
    {
        public CallRequirement? Call { get; init; }

        public int Length { get; } = Previous is null ? 0 : Previous.Length + 1;

        public bool Contains(CodeKey code)
        {
            for (var prefix = this; prefix is not null; prefix = prefix.Previous)
            {
                if (prefix.Code.Equals(code))
                {
                    return true;
                }
            }

            return false;
        }

        // Null if types show that one of its calls leads elsewhere.
        public CallPath? ToPath(CallRequirement call, ApplicationSet applications)
        {
            var path = CallPath.To(call);
            for (var prefix = this; prefix.Edge is { } edge && path is not null; prefix = prefix.Previous!)
            {
                path = path.Before(edge, applications);
            }

            return path;
        }
    }
}
