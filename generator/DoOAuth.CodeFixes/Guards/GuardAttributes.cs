using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.CodeFixes.Guards;

/// <summary>Adds <c>[RequireScope]</c> to methods and classes, after their other attributes and laid out as those are.</summary>
internal static class GuardAttributes
{
    /// <summary>Adds the options' attributes, each once.</summary>
    public static async Task AddAsync(SolutionEdits edits, IEnumerable<GuardAttributeOption> options, CancellationToken cancellationToken)
    {
        foreach (var ofDeclaration in options.GroupBy(option => option.Declaration))
        {
            var document = ofDeclaration.First().Document;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var attributes = ofDeclaration.SelectMany(option => option.Guards)
                .Distinct(StringComparer.Ordinal)
                .Select(guard => $"[{GuardAttributeOption.Attribute(guard, isWhole: true)}]")
                .ToList();
            var (position, before, after) = PlaceOf(ofDeclaration.Key, text);
            edits.Insert(document, position, string.Concat(attributes.Select(attribute => before + attribute + after)));
        }
    }

    private static (int Position, string Before, string After) PlaceOf(MemberDeclarationSyntax declaration, SourceText text)
    {
        var first = declaration.AttributeLists.Count == 0 ? declaration.GetFirstToken() : declaration.AttributeLists[0].GetFirstToken();
        var lineBreak = SourceLines.BreakOf(text, first.SpanStart) + SourceLines.IndentationOf(text, first.SpanStart);
        if (declaration.AttributeLists.LastOrDefault() is not { } last)
        {
            return (first.SpanStart, "", SourceLines.Begins(text, first.SpanStart) ? lineBreak : " ");
        }

        return SourceLines.IsEndedBy(text, last.GetLastToken()) ? (SourceLines.EndOf(last.GetLastToken()), lineBreak, "") : (last.Span.End, " ", "");
    }
}
