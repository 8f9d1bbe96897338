using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Describing;

/// <summary>
/// Describes which of a library's members lead to members that other projects can implement, to messages that they can handle, or to annotated classes
/// that they add or map. A way on which the
/// library checks the user's scopes is left out: what it checks for is not known there.
/// </summary>
internal sealed class LibraryEdges(CallGraph graph, LibraryMembers members)
{
    /// <summary>The descriptions: who leads where, and whether on the same object.</summary>
    /// <param name="edges">The library's calls.</param>
    /// <param name="applications">The annotated classes, with the members that add or map each of them.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    public IEnumerable<(string From, string To, bool IsOnThis)> Of(
        IEnumerable<CallEdge> edges, IEnumerable<(INamedTypeSymbol Application, IEnumerable<ISymbol> Members)> applications, CancellationToken cancellationToken)
    {
        var toMembers =
            from target in edges.Where(edge => edge.Conditions.IsEmpty && IsOpen(edge.To)).GroupBy(edge => (To: IdOf(edge.To), edge.To.IsOnThis))
            from code in Reaching(target.Select(edge => edge.From), cancellationToken)
            from name in members.NamesOf(code)
            select (From: name.Member.GetDocumentationCommentId(), target.Key.To, IsOnThis: target.Key.IsOnThis && code.Symbol is IMethodSymbol { IsStatic: false });
        var toApplications =
            from use in applications
            from code in Reaching(use.Members.Select(CodeKey.Of), cancellationToken)
            from name in members.NamesOf(code)
            select (From: name.Member.GetDocumentationCommentId(), To: use.Application.GetDocumentationCommentId(), IsOnThis: false);
        return toMembers.Concat(toApplications)
            .Where(edge => edge.From is not null && edge.To is not null && edge.From != edge.To)
            .Select(edge => (edge.From!, edge.To!, edge.IsOnThis))
            .Distinct()
            .OrderBy(edge => edge.Item1, StringComparer.Ordinal)
            .ThenBy(edge => edge.Item2, StringComparer.Ordinal)
            .ThenBy(edge => edge.IsOnThis);
    }

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
