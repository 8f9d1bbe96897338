using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Describing;

/// <summary>
/// Describes which of a library's members lead to members that other projects can implement, or to messages that they can handle. A way on which the
/// library checks the user's scopes is left out: what it checks for is not known there.
/// </summary>
internal sealed class LibraryEdges(CallGraph graph, LibraryMembers members)
{
    /// <summary>The descriptions: who leads where, and whether on the same object.</summary>
    public IEnumerable<(string From, string To, bool IsOnThis)> Of(IEnumerable<CallEdge> edges, CancellationToken cancellationToken) => (
        from target in edges.Where(edge => edge.Conditions.IsEmpty && IsOpen(edge.To)).GroupBy(edge => (To: IdOf(edge.To), edge.To.IsOnThis))
        where target.Key.To is not null
        from code in Reaching(target.Select(edge => edge.From), cancellationToken)
        from name in members.NamesOf(code)
        let @from = name.Member.GetDocumentationCommentId()
        where @from is not null && @from != target.Key.To
        select (@from, target.Key.To!, target.Key.IsOnThis && code.Symbol is IMethodSymbol { IsStatic: false }))
        .Distinct()
        .OrderBy(edge => edge.Item1, StringComparer.Ordinal)
        .ThenBy(edge => edge.Item2, StringComparer.Ordinal);

    private bool IsOpen(CallTarget target) => target.Message is { } message
        ? UserCode.Includes(message)
        : target is { IsDispatched: true, Method: { } method } && UserCode.Includes(method) && members.MayBeReplaced(method.OriginalDefinition);

    private static string? IdOf(CallTarget target) => (target.Message?.OriginalDefinition ?? (ISymbol?)target.Method?.OriginalDefinition)?.GetDocumentationCommentId();

    private HashSet<CodeKey> Reaching(IEnumerable<CodeKey> codes, CancellationToken cancellationToken)
    {
        var reached = new HashSet<CodeKey>();
        var open = new Queue<CodeKey>(codes);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var code = open.Dequeue();
            if (reached.Add(code))
            {
                foreach (var edge in graph.Into(code).Where(edge => edge.Conditions.IsEmpty))
                {
                    open.Enqueue(edge.From);
                }
            }
        }

        return reached;
    }
}
