using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.CodeFixes.Guards;

/// <summary>One step of indentation.</summary>
internal static class IndentationUnit
{
    /// <summary>A tab where the file is indented with tabs; else what the user's settings say.</summary>
    public static async Task<string> OfAsync(Document document, SourceText text, CancellationToken cancellationToken)
    {
        var options = await document.GetOptionsAsync(cancellationToken).ConfigureAwait(false);
        var firstIndented = text.Lines.Select(line => line.Span.IsEmpty ? '\0' : text[line.Start]).FirstOrDefault(first => first is ' ' or '\t');
        var usesTabs = firstIndented == '\0' ? options.GetOption(FormattingOptions.UseTabs) : firstIndented == '\t';
        return usesTabs ? "\t" : new string(' ', options.GetOption(FormattingOptions.IndentationSize));
    }
}
