namespace DoOAuth.Docs.Tests.Pages;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">The line of the opening fence, counted from 1.</param>
/// <param name="Heading">The heading that it stands under.</param>
/// <param name="Language">The first word after the fence.</param>
/// <param name="Arguments">What follows it, such as <c>error=DOO002</c>.</param>
/// <param name="Text">What stands between the fences.</param>
internal sealed record PageBlock(Page Page, int Line, string Heading, string Language, string Arguments, string Text)
{
    /// <summary>The blocks that a reader has seen before this one, nearest first.</summary>
    public IEnumerable<PageBlock> Before => Page.Blocks.Where(block => block.Line < Line).Reverse();

    /// <summary>The block that follows on the page, if any.</summary>
    public PageBlock? Next => Page.Blocks.FirstOrDefault(block => block.Line > Line);

    public override string ToString() => $"{Page.Path}:{Line}";
}
