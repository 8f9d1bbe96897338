using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.CodeFixes.Edits;

/// <summary>
/// Changes to documents, which are collected and then made at once. They change text, so that everything else keeps its
/// formatting.
/// </summary>
internal sealed class SolutionEdits
{
    private readonly Dictionary<DocumentId, List<TextChange>> _changes = [];

    /// <summary>
    /// Inserts text into a document. Insertions at the same position keep the order of the calls. Names in the text
    /// that start with <c>global::</c> are shortened as far as the usings at that position allow.
    /// </summary>
    public void Insert(Document document, int position, string text) =>
        ChangesOf(document).Add(new TextChange(new TextSpan(position, 0), text));

    /// <summary>Removes text. Spans must not overlap.</summary>
    public void Remove(Document document, TextSpan span) => ChangesOf(document).Add(new TextChange(span, ""));

    /// <summary>Makes the changes.</summary>
    public async Task<Solution> ApplyToAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var edited in _changes)
        {
            var changes = edited.Value.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length).ToList();
            var text = await solution.GetDocument(edited.Key)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = solution.WithDocumentText(edited.Key, text.WithChanges(changes));
            var root = await solution.GetDocument(edited.Key)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var names = Inserted(changes).SelectMany(span => FullNames(root!, span)).ToList();
            if (names.Count > 0)
            {
                solution = solution.WithDocumentSyntaxRoot(
                    edited.Key, root!.ReplaceNodes(names, static (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation)));
            }
        }

        return solution;
    }

    private static IEnumerable<TextSpan> Inserted(IEnumerable<TextChange> changes)
    {
        var shift = 0;
        foreach (var change in changes)
        {
            yield return new TextSpan(change.Span.Start + shift, change.NewText!.Length);
            shift += change.NewText.Length - change.Span.Length;
        }
    }

    private static IEnumerable<SyntaxNode> FullNames(SyntaxNode root, TextSpan span)
    {
        foreach (var name in root.DescendantNodes(span).OfType<AliasQualifiedNameSyntax>())
        {
            if (name.Alias.Identifier.IsKind(SyntaxKind.GlobalKeyword) && span.Contains(name.Span))
            {
                SyntaxNode whole = name;
                while (whole.Parent is QualifiedNameSyntax or MemberAccessExpressionSyntax)
                {
                    whole = whole.Parent;
                }

                yield return whole;
            }
        }
    }

    private List<TextChange> ChangesOf(Document document)
    {
        if (!_changes.TryGetValue(document.Id, out var changes))
        {
            _changes.Add(document.Id, changes = []);
        }

        return changes;
    }
}
