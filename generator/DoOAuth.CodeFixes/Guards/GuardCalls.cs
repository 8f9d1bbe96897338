using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.CodeFixes.Guards;

/// <summary>Adds guards to endpoints, each once, even if several reports require it.</summary>
internal static class GuardCalls
{
    /// <summary>Adds the options' calls in their order.</summary>
    public static async Task AppendAsync(SolutionEdits edits, IEnumerable<GuardCallOption> options, CancellationToken cancellationToken)
    {
        foreach (var ofDocument in options.GroupBy(option => option.Document.Id))
        {
            var document = ofDocument.First().Document;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var unit = await IndentationUnit.OfAsync(document, text, cancellationToken).ConfigureAwait(false);
            foreach (var ofEndpoint in ofDocument.GroupBy(option => option.Chain.End))
            {
                var link = ChainLayout.LinkOf(ofEndpoint.First().Chain, text, unit);
                var guards = ofEndpoint.SelectMany(option => option.Guards).Distinct(StringComparer.Ordinal);
                edits.Insert(document, ofEndpoint.Key.Span.End, string.Concat(guards.Select(guard => $"{link}{guard}()")));
            }

            foreach (var ofNamespaces in ofDocument.Where(option => !option.Namespaces.IsEmpty).GroupBy(option => option.Chain.End.SyntaxTree))
            {
                var root = (CompilationUnitSyntax)await ofNamespaces.Key.GetRootAsync(cancellationToken).ConfigureAwait(false);
                var namespaces = ofNamespaces.SelectMany(option => option.Namespaces).Distinct(StringComparer.Ordinal);
                UsingDirectives.Add(edits, document, root, text, ofNamespaces.First().Chain.End.SpanStart, namespaces);
            }
        }
    }
}
