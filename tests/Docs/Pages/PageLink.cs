namespace DoOAuth.Docs.Tests.Pages;

/// <summary>A link or an image.</summary>
internal sealed record PageLink(Page Page, int Line, string Target, bool IsImage)
{
    /// <summary>Whether it leads out of this repository: those are not followed, since a page is right without a network.</summary>
    public bool LeadsOut => Uri.TryCreate(Target, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    public override string ToString() => $"{Page.Path}:{Line} {Target}";
}
