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
    public IEnumerable<LibraryEdge> Of(
        IEnumerable<CallEdge> edges, IEnumerable<(INamedTypeSymbol Application, IEnumerable<ISymbol> Members)> applications, CancellationToken cancellationToken)
    {
        var toMembers =
            from target in edges.Where(edge => edge.Conditions.IsEmpty && IsOpen(edge.To)).GroupBy(edge => (To: IdOf(edge.To), edge.To.IsOnThis, Arguments: ArgumentsOf(edge)))
            from code in Reaching(target.Select(edge => edge.From), cancellationToken)
            from name in members.NamesOf(code)
            select (From: name.Member.GetDocumentationCommentId(), target.Key.To, IsOnThis: target.Key.IsOnThis && code.Symbol is IMethodSymbol { IsStatic: false }, name.Receiver, Arguments: ArgumentsAt(target.Key.Arguments, code, name.Member, target));
        var toApplications =
            from use in applications
            from code in Reaching(use.Members.Select(CodeKey.Of), cancellationToken)
            from name in members.NamesOf(code)
            select (From: name.Member.GetDocumentationCommentId(), To: use.Application.GetDocumentationCommentId(), IsOnThis: false, name.Receiver, Arguments: (string?)null);
        return toMembers.Concat(toApplications)
            .Where(edge => edge.From is not null && edge.To is not null && edge.From != edge.To)
            .Select(edge => new LibraryEdge(edge.From!, edge.To!, edge.IsOnThis, edge.Receiver is { IsGenericType: true } type ? DocumentationCommentId.CreateReferenceId(type) : null, edge.Arguments))
            .Distinct()
            .OrderBy(edge => edge.From, StringComparer.Ordinal)
            .ThenBy(edge => edge.To, StringComparer.Ordinal)
            .ThenBy(edge => edge.IsOnThis)
            .ThenBy(edge => edge.Receiver, StringComparer.Ordinal)
            .ThenBy(edge => edge.TypeArguments, StringComparer.Ordinal);
    }

    private bool IsOpen(CallTarget target) => target.Message is { } message
        ? UserCode.Includes(message)
        : target is { IsDispatched: true, Method: { } method } ? UserCode.Includes(method) && members.MayBeReplaced(method.OriginalDefinition)
        : target.Key.Symbol is { } held && members.MayBeAssigned(held);

    private static string? ArgumentsOf(CallEdge edge) => edge.To.Method is { } called ? TypeArgumentText.Write(called, edge.From.Symbol) : null;

    // Further away, and by the name of an interface, the type parameters are others.
    private static string? ArgumentsAt(string? arguments, CodeKey code, ISymbol name, IEnumerable<CallEdge> edges) =>
        arguments is null || !arguments.Contains('`') || (SymbolEqualityComparer.Default.Equals(code.Symbol, name) && edges.Any(edge => edge.From.Equals(code))) ? arguments : null;

    private static string? IdOf(CallTarget target) => (target.Message?.OriginalDefinition ?? target.Method?.OriginalDefinition ?? target.Key.Symbol)?.GetDocumentationCommentId();

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
