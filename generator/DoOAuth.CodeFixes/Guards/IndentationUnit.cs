using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.CodeFixes.Guards;

/// <summary>One step of indentation.</summary>
internal static class IndentationUnit
{
    /// <summary>A tab if the file is indented with tabs, otherwise the unit in the user's settings.</summary>
    public static async Task<string> OfAsync(Document document, SourceText text, CancellationToken cancellationToken)
    {
        var options = await document.GetOptionsAsync(cancellationToken).ConfigureAwait(false);
        var firstIndented = text.Lines.Select(line => line.Span.IsEmpty ? '\0' : text[line.Start]).FirstOrDefault(first => first is ' ' or '\t');
        var usesTabs = firstIndented == '\0' ? options.GetOption(FormattingOptions.UseTabs) : firstIndented == '\t';
        return usesTabs ? "\t" : new string(' ', options.GetOption(FormattingOptions.IndentationSize));
    }
}
