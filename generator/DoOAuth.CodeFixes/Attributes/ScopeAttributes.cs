using DoOAuth.Catalog;
using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.CodeFixes.Attributes;

/// <summary>Writes <c>[DigitalOceanScope]</c> attributes in the same style as those around them.</summary>
internal static class ScopeAttributes
{
    /// <summary>Declares the scopes after the place's anchor, in their order.</summary>
    public static void Insert(SolutionEdits edits, SourceText text, DeclarationPlace place, IEnumerable<string> scopes, bool areOptional)
    {
        var attributes = scopes.Select(scope => Attribute(scope, areOptional)).ToList();
        var list = (AttributeListSyntax)place.Anchor.Parent!;
        if (list.Attributes.Count > 1)
        {
            InsertIntoList(edits, text, place, list, attributes);
        }
        else
        {
            InsertLists(edits, text, place.Document, list, [.. attributes.Select(attribute => $"[{attribute}]")]);
        }
    }

    private static string Attribute(string scope, bool isOptional) =>
        $"global::DoOAuth.DigitalOceanScope(global::DoOAuth.{ScopeConstant.Of(scope)}{(isOptional ? ", Optional = true" : "")})";

    private static void InsertLists(SolutionEdits edits, SourceText text, Document document, AttributeListSyntax behind, IReadOnlyList<string> lists)
    {
        var bracket = behind.GetLastToken();
        if (SourceLines.IsEndedBy(text, bracket))
        {
            var lineBreak = LineBreak(text, behind.SpanStart);
            edits.Insert(document, SourceLines.EndOf(bracket), string.Concat(lists.Select(list => lineBreak + list)));
        }
        else
        {
            edits.Insert(document, behind.Span.End, string.Concat(lists.Select(list => " " + list)));
        }
    }

    private static void InsertIntoList(SolutionEdits edits, SourceText text, DeclarationPlace place, AttributeListSyntax list, IReadOnlyList<string> attributes)
    {
        var (document, anchor) = (place.Document, place.Anchor);
        var index = list.Attributes.IndexOf(anchor);
        var commaBefore = index > 0 ? list.Attributes.GetSeparator(index - 1) : default;
        SyntaxToken? commaBehind = index < list.Attributes.SeparatorCount ? list.Attributes.GetSeparator(index) : null;
        var last = commaBehind ?? anchor.GetLastToken();
        var end = anchor.Span.End;
        if (index > 0 && SourceLines.Begins(text, commaBefore.SpanStart))
        {
            var comma = LineBreak(text, commaBefore.SpanStart) + ", ";
            edits.Insert(document, SourceLines.EndOf(anchor.GetLastToken()), string.Concat(attributes.Select(attribute => comma + attribute)));
        }
        else if (!SourceLines.Begins(text, anchor.SpanStart))
        {
            edits.Insert(document, end, string.Concat(attributes.Select(attribute => ", " + attribute)));
        }
        else if (!SourceLines.IsEndedBy(text, last))
        {
            var comma = "," + LineBreak(text, anchor.SpanStart);
            edits.Insert(document, end, string.Concat(attributes.Select(attribute => comma + attribute)));
        }
        else
        {
            // A comment after the anchor stays on its line.
            var lineBreak = LineBreak(text, anchor.SpanStart);
            var lines = lineBreak + string.Join("," + lineBreak, attributes);
            if (commaBehind is null)
            {
                edits.Insert(document, end, ",");
                edits.Insert(document, SourceLines.EndOf(last), lines);
            }
            else
            {
                edits.Insert(document, SourceLines.EndOf(last), lines + ",");
            }
        }
    }

    private static string LineBreak(SourceText text, int position) =>
        SourceLines.BreakOf(text, position) + SourceLines.IndentationOf(text, position);
}
