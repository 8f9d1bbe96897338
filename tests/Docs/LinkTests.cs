using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests;

/// <summary>What a page points at is there.</summary>
public sealed class LinkTests
{
    // Steps of the way through the runtime are named from its folder, which the table's head says.
    private static readonly string[] Bases = ["", "runtime/DoOAuth", "generator/DoOAuth.Generator", "generator/DoOAuth.Analyzers"];

    public static TheoryData<string> Pages => [.. AllPages.All.Select(page => page.Path)];

    /// <summary>The pages that name files of this repository, not of a reader's project.</summary>
    public static TheoryData<string> PagesAboutThisTree => ["README.md", "CONTRIBUTING.md", "docs/how-it-works.md", "docs/sandbox.md", "docs/security.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_and_images_lead_somewhere(string path) => Assert.All(
        AllPages.Find(path).Links.Where(link => !link.LeadsOut),
        link =>
        {
            var (file, anchor) = link.Target.Split('#') is [var before, var after] ? (before, after) : (link.Target, null);
            var target = file.Length == 0 ? path : Normal(Path.Combine(Path.GetDirectoryName(path)!, file));
            var place = Path.Combine(AllPages.Root, target);
            Assert.True(File.Exists(place) || (Directory.Exists(place) && !link.IsImage), $"{link}: there is no {target}.");
            Assert.True(anchor is null || AllPages.Find(target).Anchors.Contains(anchor), $"{link}: {target} has no heading #{anchor}.");
        });

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_out_are_encrypted(string path) => Assert.All(
        AllPages.Find(path).Links.Where(link => link.LeadsOut && !new Uri(link.Target).IsLoopback),
        link => Assert.StartsWith("https://", link.Target, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(PagesAboutThisTree))]
    public void Files_and_folders_that_are_named_exist(string path) => Assert.All(
        AllPages.Find(path).CodeSpans.Where(IsPath),
        span => Assert.True(Candidates(path, span).Any(Exists), $"{span}: there is no such file or folder."));

    private static bool IsPath(PageCodeSpan span) =>
        span.Text != "Program.cs" // the reader's
        && !span.Text.StartsWith('/') && !span.Text.StartsWith("http", StringComparison.Ordinal) && !span.Text.Contains(' ', StringComparison.Ordinal)
        && (span.Text.Contains('/', StringComparison.Ordinal) || HasFileExtension(span.Text));

    private static bool HasFileExtension(string text) => Path.GetExtension(text) is ".cs" or ".tsv" or ".props" or ".md" or ".json" or ".proj";

    // Also a file beside, or in, what is named on the same line: `Sessions/SessionValidation.cs`, `SessionRefresh.cs`.
    private static IEnumerable<string> Candidates(string path, PageCodeSpan span)
    {
        var name = span.Text.Replace("xxx", "001", StringComparison.Ordinal);
        var neighbours = AllPages.Find(path).CodeSpans.Where(other => other.Line == span.Line && other != span).SelectMany(other => new[] { other.Text, Path.GetDirectoryName(other.Text) ?? "" });
        return from start in Bases
               from folder in neighbours.Prepend("")
               select Path.Combine(start, folder, name);
    }

    private static bool Exists(string candidate)
    {
        var place = Path.Combine(AllPages.Root, candidate);
        return File.Exists(place) || Directory.Exists(place);
    }

    private static string Normal(string path) => Path.GetRelativePath(AllPages.Root, Path.GetFullPath(Path.Combine(AllPages.Root, path))).Replace('\\', '/');
}
