using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.CodeFixes.Edits;

/// <summary>Source code by its lines, because its author formatted it in lines.</summary>
internal static class SourceLines
{
    /// <summary>Whether there is only white space before the position on its line.</summary>
    public static bool Begins(SourceText text, int position) => IndentationOf(text, position).Length == Column(text, position);

    /// <summary>The column of the position, in characters.</summary>
    public static int Column(SourceText text, int position) => position - text.Lines.GetLineFromPosition(position).Start;

    /// <summary>The white space at the start of the position's line, up to the position.</summary>
    public static string IndentationOf(SourceText text, int position)
    {
        var start = text.Lines.GetLineFromPosition(position).Start;
        var end = start;
        while (end < position && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.ToString(TextSpan.FromBounds(start, end));
    }

    /// <summary>Whether both positions are on the same line.</summary>
    public static bool AreSame(SourceText text, int position, int other) =>
        text.Lines.GetLineFromPosition(position).LineNumber == text.Lines.GetLineFromPosition(other).LineNumber;

    /// <summary>Whether the next token, if there is one, is on a later line.</summary>
    public static bool IsEndedBy(SourceText text, SyntaxToken token) =>
        token.GetNextToken() is var next && (next.IsKind(SyntaxKind.None) || !AreSame(text, token.Span.End, next.SpanStart));

    /// <summary>The end of the token's line, including comments after it, but not the line break.</summary>
    public static int EndOf(SyntaxToken token) =>
        token.TrailingTrivia.FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } lineBreak
            ? lineBreak.SpanStart
            : token.FullSpan.End;

    /// <summary>The line end to use: that of the position's line, of the nearest line before it, or the first one in the file.</summary>
    public static string BreakOf(SourceText text, int position)
    {
        for (var number = text.Lines.GetLineFromPosition(position).LineNumber; number >= 0; number--)
        {
            if (BreakOf(text, text.Lines[number]) is { Length: > 0 } lineBreak)
            {
                return lineBreak;
            }
        }

        return BreakOf(text, text.Lines[0]) is { Length: > 0 } first ? first : "\n";
    }

    private static string BreakOf(SourceText text, TextLine line) => text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
}
