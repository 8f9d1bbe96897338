using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>The limits that the work at the end of a compilation reached, and where.</summary>
internal sealed class ReachedLimits
{
    private readonly HashSet<(ReachedLimit Limit, Location At)> _reached = [];

    /// <summary>The limits by location, each once for a place.</summary>
    public IEnumerable<(ReachedLimit Limit, Location At)> All => _reached.OrderBy(reached => reached.At, LocationOrder.Order).ThenBy(reached => reached.Limit.ToString(), StringComparer.Ordinal);

    /// <summary>Notes a limit.</summary>
    public void Reach(ReachedLimit limit, Location at) => _reached.Add((limit, at));
}
