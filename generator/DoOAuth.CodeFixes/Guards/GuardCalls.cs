using DoOAuth.CodeFixes.Choices;
using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.CodeFixes.Guards;

/// <summary>Adds guards to endpoints, each once, even if several reports require it.</summary>
internal static class GuardCalls
{
    /// <summary>
    /// The option to apply for each report: the only one, or the one that the user chose elsewhere. If another report already adds
    /// a guard that is sufficient for a report with alternatives, no other guard is needed.
    /// </summary>
    public static IEnumerable<GuardOption> Choose(IReadOnlyList<IReadOnlyList<GuardOption>> reports, Choice choice)
    {
        var certain = new HashSet<(InvocationExpressionSyntax, string)>(reports
            .Where(options => options.Count == 1)
            .SelectMany(options => options[0].Guards.Select(guard => (options[0].Chain.End, guard))));
        foreach (var options in reports)
        {
            var isMet = options.Count > 1 && options.Any(option => option.Guards.All(guard => certain.Contains((option.Chain.End, guard))));
            if (!isMet && options.FirstOrDefault(option => choice.Includes(option.Among(options, choice.Variant))) is { } chosen)
            {
                yield return chosen;
            }
        }
    }

    /// <summary>Applies the options in their order.</summary>
    public static async Task<Solution> AppendAsync(Solution solution, IEnumerable<GuardOption> options, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
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

        return await edits.ApplyToAsync(solution, cancellationToken).ConfigureAwait(false);
    }
}
