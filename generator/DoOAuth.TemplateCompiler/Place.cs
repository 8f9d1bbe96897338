using Microsoft.CodeAnalysis.Text;
using Scriban.Parsing;

namespace DoOAuth.TemplateCompiler;

/// <summary>Positions in a template as the compiler counts them.</summary>
internal static class Place
{
    /// <summary>Both count from 0. Scriban's end is the last character, the compiler's is the one after it.</summary>
    public static LinePositionSpan Of(SourceSpan span)
    {
        var start = new LinePosition(Math.Max(0, span.Start.Line), Math.Max(0, span.Start.Column));
        var end = new LinePosition(Math.Max(0, span.End.Line), Math.Max(0, span.End.Column) + 1);
        return new(start, end < start ? start : end);
    }
}
