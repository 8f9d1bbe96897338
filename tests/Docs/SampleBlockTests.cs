using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests;

/// <summary>The code on the page about kinds of apps is that of the samples, which the build compiles and <c>tests/Samples</c> runs.</summary>
public sealed class SampleBlockTests
{
    private static readonly string[] Pages = ["docs/kinds-of-apps.md", "sandbox/DoOAuth.Aspire.Hosting/README.md"];

    private static readonly string[] Languages = ["csharp", "razor", "xml", "js", "json"];

    public static TheoryData<string, int> Blocks => AllPages.BlocksIn(Has, Languages);

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_is_an_excerpt_of_a_sample(string page, int line)
    {
        var block = AllPages.Block(page, line);
        var files = Directory.EnumerateFiles(Path.Combine(AllPages.Root, "samples"), "*", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".cshtml" or ".csproj" or ".js" or ".html" or ".json");

        Assert.True(files.Any(file => Plain(File.ReadAllText(file)).Contains(Plain(block.Text), StringComparison.Ordinal)), $"{block} is in no sample.");
    }

    /// <summary>Whether the code of a page is that of the samples.</summary>
    internal static bool Has(Page page) => Pages.Contains(page.Path);

    // Without indentation, which differs between an excerpt and its file, and without empty lines.
    private static string Plain(string text) =>
        string.Join('\n', text.Split('\n').Select(part => part.Trim()).Where(part => part.Length > 0)) + "\n";
}
