using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Docs.Tests.Pages;

/// <summary>Every page that a user or a contributor reads.</summary>
internal static class AllPages
{
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Files().Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(path => new Page(path, File.ReadAllText(Path.Combine(Root, path)))),
    ];

    /// <summary>The repository's folder.</summary>
    public static string Root => TestBuild.RepositoryRoot;

    public static Page Find(string path) => All.SingleOrDefault(page => page.Path == path)
        ?? throw new FileNotFoundException($"There is no page {path}.");

    /// <summary>The block that begins at a line.</summary>
    public static PageBlock Block(string path, int line) => Find(path).Blocks.Single(block => block.Line == line);

    /// <summary>Page and line of each block in a language, for a theory: what fails is then named by where it stands.</summary>
    public static TheoryData<string, int> BlocksIn(Func<Page, bool> pages, string language) => BlocksIn(pages, [language]);

    /// <inheritdoc cref="BlocksIn(Func{Page, bool}, string)"/>
    public static TheoryData<string, int> BlocksIn(Func<Page, bool> pages, IReadOnlyCollection<string> languages)
    {
        var data = new TheoryData<string, int>();
        foreach (var block in All.Where(pages).SelectMany(page => page.Blocks).Where(block => languages.Contains(block.Language)))
        {
            data.Add(block.Page.Path, block.Line);
        }

        return data;
    }

    private static IEnumerable<string> Files() =>
    [
        .. Directory.EnumerateFiles(Root, "*.md"),
        .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories),
        .. Directory.EnumerateFiles(Path.Combine(Root, "tests", "Benchmarks", "Results"), "*.md"),
        .. ReadMesBelow("runtime"),
        .. ReadMesBelow("sandbox"),
        .. ReadMesBelow("templates"),
        .. ReadMesBelow("samples"),
        Path.Combine(Root, "samples", "README.md"),
        Path.Combine(Root, "templates", "README.md"),
    ];

    // A package's, a template's or a sample's own page; deeper lie only copies that a build has made.
    private static IEnumerable<string> ReadMesBelow(string folder) =>
        Directory.EnumerateDirectories(Path.Combine(Root, folder)).Select(project => Path.Combine(project, "README.md")).Where(File.Exists);
}
