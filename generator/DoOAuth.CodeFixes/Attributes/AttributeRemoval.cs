using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.CodeFixes.Attributes;

/// <summary>
/// The text that is removed with attributes: their brackets if these become empty, their line if nothing else is on it, and the
/// comment after them. Comments on separate lines stay.
/// </summary>
internal static class AttributeRemoval
{
    /// <summary>The text to remove, without overlaps.</summary>
    public static IEnumerable<TextSpan> SpansOf(SourceText text, ISet<AttributeSyntax> attributes)
    {
        foreach (var owner in attributes.GroupBy(attribute => attribute.Parent!.Parent!))
        {
            var lists = owner.Key.ChildNodes().OfType<AttributeListSyntax>().ToList();
            var emptied = new HashSet<AttributeListSyntax>(lists.Where(list => list.Attributes.All(attributes.Contains)));
            foreach (var (first, last) in Runs(lists, emptied.Contains, list => SourceLines.Begins(text, list.SpanStart)))
            {
                yield return SpanOfLists(text, lists[first], lists[last]);
            }

            foreach (var list in lists.Where(list => !emptied.Contains(list)))
            {
                foreach (var (first, last) in Runs([.. list.Attributes], attributes.Contains, _ => false))
                {
                    foreach (var span in SpansInList(text, list.Attributes, first, last))
                    {
                        yield return span;
                    }
                }
            }
        }
    }

    private static TextSpan SpanOfLists(SourceText text, AttributeListSyntax first, AttributeListSyntax last)
    {
        var bracket = last.GetLastToken();
        if (!SourceLines.IsEndedBy(text, bracket))
        {
            return TextSpan.FromBounds(first.SpanStart, bracket.GetNextToken().SpanStart);
        }

        return SourceLines.Begins(text, first.SpanStart)
            ? WholeLines(text, first.SpanStart, SourceLines.EndOf(bracket))
            : TextSpan.FromBounds(AfterText(text, first.SpanStart), last.Span.End);
    }

    private static IEnumerable<TextSpan> SpansInList(SourceText text, SeparatedSyntaxList<AttributeSyntax> list, int first, int last)
    {
        var start = list[first].SpanStart;
        if (last == list.Count - 1)
        {
            // A comment after the comma is about the attribute that stays.
            var comma = list.GetSeparator(first - 1);
            var end = SourceLines.EndOf(list[last].GetLastToken());
            if (SourceLines.Begins(text, comma.SpanStart) && SourceLines.IsEndedBy(text, list[last].GetLastToken()))
            {
                return [WholeLines(text, comma.SpanStart, end)];
            }

            return HasComment(comma.TrailingTrivia) || HasComment(list[first].GetLeadingTrivia())
                ? [comma.Span, TextSpan.FromBounds(AfterText(text, start), end)]
                : [TextSpan.FromBounds(AfterText(text, comma.SpanStart), end)];
        }

        var commaBehind = list.GetSeparator(last);
        if (!SourceLines.IsEndedBy(text, commaBehind))
        {
            return [TextSpan.FromBounds(start, list[last + 1].SpanStart)];
        }

        // If the attribute is the first one after the bracket, the next one takes its position. A separate line is removed completely.
        return SourceLines.Begins(text, start)
            ? [WholeLines(text, start, SourceLines.EndOf(commaBehind))]
            : [TextSpan.FromBounds(start, BeginningOf(list[last + 1]))];
    }

    private static bool HasComment(SyntaxTriviaList trivia) => trivia.Any(IsText);

    private static bool IsText(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);

    // Including the comment before it.
    private static int BeginningOf(AttributeSyntax attribute) =>
        attribute.GetLeadingTrivia().FirstOrDefault(IsText) is { RawKind: not 0 } comment ? comment.SpanStart : attribute.SpanStart;

    private static TextSpan WholeLines(SourceText text, int start, int end) =>
        TextSpan.FromBounds(text.Lines.GetLineFromPosition(start).Start, text.Lines.GetLineFromPosition(end).EndIncludingLineBreak);

    private static int AfterText(SourceText text, int position)
    {
        while (position > 0 && text[position - 1] is ' ' or '\t')
        {
            position--;
        }

        return position;
    }

    // Adjacent attributes are removed together, so that no text is removed twice.
    private static IEnumerable<(int First, int Last)> Runs<T>(List<T> items, Func<T, bool> isTaken, Func<T, bool> beginsRun)
    {
        for (var first = 0; first < items.Count; first++)
        {
            if (isTaken(items[first]))
            {
                var last = first;
                while (last + 1 < items.Count && isTaken(items[last + 1]) && !beginsRun(items[last + 1]))
                {
                    last++;
                }

                yield return (first, last);
                first = last;
            }
        }
    }
}
