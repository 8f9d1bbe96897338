using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.CodeFixes.Guards;

/// <summary>How a call is added to a chain: in the same way as those before it.</summary>
internal static class ChainLayout
{
    // A chain is not aligned with a dot that is further to the right than this.
    private const int FurthestDot = 16;

    /// <summary>The text between the chain and the next method's name: a dot, with the line break that the chain usually has.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="text">Its file.</param>
    /// <param name="unit">One step of indentation.</param>
    public static string LinkOf(EndpointChain chain, SourceText text, string unit)
    {
        var lineBreak = SourceLines.BreakOf(text, chain.End.SpanStart);
        foreach (var dot in chain.Dots)
        {
            if (SourceLines.Begins(text, dot.SpanStart))
            {
                return lineBreak + SourceLines.IndentationOf(text, dot.SpanStart) + ".";
            }

            if (SourceLines.IsEndedBy(text, dot))
            {
                return "." + lineBreak + SourceLines.IndentationOf(text, dot.GetNextToken().SpanStart);
            }
        }

        // Only the map call, on several lines. Calls after its bracket on the same line show that the author wants them there.
        return chain.End == chain.Map && !SourceLines.AreSame(text, chain.End.SpanStart, chain.End.Span.End)
            ? lineBreak + IndentationBehind(chain, text, unit) + "."
            : ".";
    }

    private static string IndentationBehind(EndpointChain chain, SourceText text, string unit)
    {
        var closing = SourceLines.IndentationOf(text, chain.End.Span.End);
        if (text[text.Lines.GetLineFromPosition(chain.End.Span.End).Start + closing.Length] is '}' or ')')
        {
            return closing;
        }

        // A statement that starts with the chain: aligned with its first dot, as after 'app' and three spaces.
        var start = chain.End.SpanStart;
        var indentation = SourceLines.IndentationOf(text, start);
        if (unit != "\t" && chain.Dots.Count > 0 && SourceLines.Begins(text, start))
        {
            var dot = chain.Dots[chain.Dots.Count - 1].SpanStart;
            if (SourceLines.AreSame(text, start, dot) && dot - start <= FurthestDot)
            {
                return indentation + new string(' ', dot - start);
            }
        }

        return indentation + unit;
    }
}
