namespace DoOAuth.Docs.Tests.Pages;

/// <summary>A piece of code within a sentence.</summary>
internal sealed record PageCodeSpan(Page Page, int Line, string Text)
{
    public override string ToString() => $"{Page.Path}:{Line} `{Text}`";
}
