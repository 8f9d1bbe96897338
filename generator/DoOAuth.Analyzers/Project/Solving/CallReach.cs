using DoOAuth.Analyzers.Project.Summaries;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Tells whether the project's calls can lead to code for the object and the type arguments in question.</summary>
/// <param name="graph">Who calls whom.</param>
internal sealed class CallReach(CallGraph graph)
{
    // A generic method that calls itself with more and more type arguments has no end.
    private const int MostSteps = 1_000;

    private readonly Dictionary<(CodeKey Code, CallContext Context), bool> _known = [];

    /// <summary>Whether anybody calls the code for them, or nobody calls it at all: then code out of sight may.</summary>
    public bool MayBeReached(ApiCallSite site)
    {
        var context = CallContext.Of(site);
        if (context.Equals(CallContext.Any))
        {
            return true;
        }

        if (!_known.TryGetValue((site.From, context), out var isReached))
        {
            _known.Add((site.From, context), isReached = Search(site.From, context));
        }

        return isReached;
    }

    private bool Search(CodeKey code, CallContext context)
    {
        var (seen, open) = (new HashSet<(CodeKey Code, CallContext Context)>(), new Queue<(CodeKey Code, CallContext Context)>([(code, context)]));
        while (open.Count > 0 && seen.Count < MostSteps)
        {
            var next = open.Dequeue();
            if (!seen.Add(next))
            {
                continue;
            }

            var edges = graph.Into(next.Code);
            if (edges.Count == 0)
            {
                return true;
            }

            foreach (var edge in edges)
            {
                if (next.Context.Before(edge, next.Code) is { } before)
                {
                    if (before is { Receiver: null, Bindings.IsEmpty: true })
                    {
                        return true;
                    }

                    open.Enqueue((edge.From, before));
                }
            }
        }

        return open.Count > 0;
    }
}
