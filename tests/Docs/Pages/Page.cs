using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DoOAuth.Docs.Tests.Pages;

/// <summary>A Markdown page of this repository, read as GitHub reads it.</summary>
internal sealed class Page
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UsePreciseSourceLocation()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    private readonly MarkdownDocument _document;

    public Page(string path, string text)
    {
        Path = path;
        _document = Markdown.Parse(text, Pipeline);
        Blocks = [.. ReadBlocks()];
        Anchors = _document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Links = [.. _document.Descendants<LinkInline>().Select(link => new PageLink(this, link.Line + 1, link.Url ?? "", link.IsImage))];
        CodeSpans = [.. _document.Descendants<CodeInline>().Select(code => new PageCodeSpan(this, code.Line + 1, code.Content))];
    }

    /// <summary>Where it stands, from the repository's root, with slashes.</summary>
    public string Path { get; }

    /// <summary>The fenced blocks, in the order in which they are read.</summary>
    public IReadOnlyList<PageBlock> Blocks { get; }

    /// <summary>What can follow a <c>#</c> in a link to this page.</summary>
    public IReadOnlySet<string> Anchors { get; }

    public IReadOnlyList<PageLink> Links { get; }

    public IReadOnlyList<PageCodeSpan> CodeSpans { get; }

    public override string ToString() => Path;

    private IEnumerable<PageBlock> ReadBlocks()
    {
        var heading = "";
        foreach (var block in _document.Descendants())
        {
            if (block is HeadingBlock { Inline: { } inline })
            {
                heading = string.Concat(inline.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
            }
            else if (block is FencedCodeBlock fenced)
            {
                yield return new PageBlock(this, fenced.Line + 1, heading, fenced.Info ?? "", fenced.Arguments ?? "", fenced.Lines.ToString());
            }
        }
    }
}
