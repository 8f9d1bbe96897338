using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests.Commands;

/// <summary>A line that a reader pastes into a terminal.</summary>
/// <param name="Block">The block that contains it.</param>
/// <param name="Line">Its line on the page, counted from 1.</param>
/// <param name="Text">The command.</param>
internal sealed record PageCommand(PageBlock Block, int Line, string Text)
{
    public static IReadOnlyList<PageCommand> All { get; } = [.. AllPages.All.SelectMany(page => page.Blocks).Where(block => block.Language == "sh").SelectMany(In)];

    public override string ToString() => $"{Block.Page.Path}:{Line} {Text}";

    private static IEnumerable<PageCommand> In(PageBlock block) =>
        block.Text.Split('\n')
            .Select((text, index) => new PageCommand(block, block.Line + 1 + index, text.Trim()))
            .Where(command => command.Text.Length > 0 && !command.Text.StartsWith('#'));
}
