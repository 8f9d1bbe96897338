using Microsoft.CodeAnalysis;

namespace DoOAuth.CodeFixes.Edits;

/// <summary>A diagnostic and its document.</summary>
internal sealed record Report(Document Document, Diagnostic Diagnostic)
{
    /// <summary>The value that the analyzer stored for the fix under this name.</summary>
    public string? Property(string name) => Diagnostic.Properties.TryGetValue(name, out var value) ? value : null;

    /// <summary>The innermost syntax node at the location of the diagnostic.</summary>
    public async Task<SyntaxNode?> FindNodeAsync(CancellationToken cancellationToken)
    {
        var root = await Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var span = Diagnostic.Location.SourceSpan;
        return root is not null && root.FullSpan.Contains(span) ? root.FindNode(span, getInnermostNodeForTie: true) : null;
    }
}
